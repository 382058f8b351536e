package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracenova.testkit.Examples;

/// What the documentation shows, sent to the running product.
class EveryExampleIT {

    @Test
    void everyDocumentedRequestIsCountedExactlyOnce(@TempDir Path temporary) throws Exception {
        try (var product = LocalProduct.start(temporary.resolve("data"))) {
            var sent = sendEach(product);
            product.settle();
            var overview = product.snapshot("overview");
            assertThat(overview.get("total_events").getIntValue()).isEqualTo(sent);
            assertThat(byType(overview).values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(sent);

            for (var name : Examples.names()) {
                var answer = product.post(Examples.path(name), Examples.body(name));
                assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(202);
                assertThat(LocalProduct.json(answer.body()).get("accepted").getIntValue()).as(name).isZero();
            }
            product.settle();
            assertThat(product.snapshot("overview")).isEqualTo(overview);
        }
    }

    /// How many events that were.
    static int sendEach(LocalProduct product) {
        var sent = 0;
        for (var name : Examples.names()) {
            var answer = product.post(Examples.path(name), Examples.body(name));
            assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(202);
            var counted = LocalProduct.json(answer.body());
            sent += counted.get("accepted").getIntValue() + counted.get("duplicate").getIntValue();
        }
        return sent;
    }

    private static Map<String, Integer> byType(JsonNode overview) {
        var counts = new TreeMap<String, Integer>();
        overview.get("events_by_type").values().forEach(
                row -> counts.merge(row.get("type").getStringValue(), row.get("events").getIntValue(), Integer::sum));
        return counts;
    }
}

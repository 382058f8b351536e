package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracenova.local.demo.Demo;
import tracenova.local.demo.DemoSize;

/// The demo in the running product: what it says happened is what the figures say.
class DemoIT {

    @Test
    void everyEventIsInTheFigures(@TempDir Path temporary) throws Exception {
        try (var product = LocalProduct.start(temporary.resolve("data"));
                var log = new PrintStream(temporary.resolve("progress").toFile())) {
            var filled = new Demo(product.url(), Clock.systemUTC(), log, false).fill(new DemoSize(3, 2, 901));

            assertThat(filled).extracting(Demo.Filled::name)
                    .containsExactly("Demo shop", "Demo mobile app", "Demo shop 2");
            for (var app : filled) {
                var counted = new TreeMap<String, Integer>();
                app.forEach(event -> counted.merge(event.text("type"), 1, Integer::sum));
                assertThat(byType(product.snapshot(app.app(), "overview"))).isEqualTo(counted);
            }
        }
    }

    private static Map<String, Integer> byType(JsonNode overview) {
        var counts = new TreeMap<String, Integer>();
        overview.get("events_by_type").values().forEach(
                row -> counts.put(row.get("type").getStringValue(), row.get("events").getIntValue()));
        return counts;
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at the worst moment: the queue is gone, only the table knows.
class KilledRunnerIT {

    private static final int REQUESTS = 100;
    private static final int EVENTS = 10 * REQUESTS;

    @Test
    void everyAcceptedEventIsCountedOnceAfterARestart(@TempDir Path temporary) throws Exception {
        var data = temporary.resolve("data");
        try (var product = LocalProduct.start(data)) {
            assertThat(product.post("/_local/pause", "").statusCode()).isEqualTo(200);
            for (var i = 0; i < REQUESTS; i++) {
                var ten = IntStream.range(10 * i, 10 * i + 10).mapToObj(KilledRunnerIT::event)
                        .collect(Collectors.joining(",", "{\"events\":[", "]}"));
                assertThat(product.post("/api/v1/screen-views", ten).statusCode()).isEqualTo(202);
            }
            product.kill();
        }
        try (var product = LocalProduct.start(data)) {
            product.settle();

            var ledger = product.snapshot("ledger");
            assertThat(product.snapshot("overview").get("total_events").getIntValue()).isEqualTo(EVENTS);
            assertThat(sum(ledger, "received")).isEqualTo(EVENTS);
            assertThat(sum(ledger, "accepted")).isEqualTo(EVENTS);
            assertThat(sum(ledger, "unfinished")).isZero();
        }
    }

    @Test
    void restartKeepsAppKeyAndAccountForTheirOwnerOnly(@TempDir Path temporary) throws Exception {
        var data = temporary.resolve("data");
        Map<String, String> first;
        try (var product = LocalProduct.start(data)) {
            first = product.credentials();
        }
        try (var product = LocalProduct.start(data)) {
            assertThat(product.credentials()).isEqualTo(first).containsKeys("app", "api_key", "email", "password");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("app.json"))))
                .isEqualTo("rw-------");
    }

    private static String event(int i) {
        return "{\"event_id\":\"e-%d\",\"session_id\":\"s-%d\",\"screen_name\":\"Home\"}".formatted(i, i / 10);
    }

    private static int sum(JsonNode ledger, String column) {
        return StreamSupport.stream(ledger.get("hours").values().spliterator(), false)
                .mapToInt(hour -> hour.get(column).getIntValue())
                .sum();
    }
}

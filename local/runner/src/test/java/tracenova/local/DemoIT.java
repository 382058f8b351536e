package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.tree.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracenova.local.demo.Demo;
import tracenova.local.demo.DemoSize;
import tracenova.local.demo.Unfinished;

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

    @Test
    void whatWasInterruptedIsGoneOnWith(@TempDir Path temporary) throws Exception {
        try (var product = LocalProduct.start(temporary.resolve("data"));
                var log = new PrintStream(temporary.resolve("progress").toFile())) {
            var demo = new Demo(product.url(), Clock.systemUTC(), log, false);
            var kept = new ArrayDeque<Unfinished>();
            assertThatThrownBy(() -> demo.fill(Unfinished.of(new DemoSize(2, 2, 600), Instant.now()), unfinished -> {
                kept.add(unfinished);
                if (unfinished.made().size() == 2) throw new IllegalStateException("interrupted");
            })).hasMessage("interrupted");

            var filled = demo.fill(kept.getLast(), kept::add);

            assertThat(filled).extracting(Demo.Filled::app)
                    .isEqualTo(kept.getLast().made().stream().map(Unfinished.Credentials::app).toList());
            for (var app : filled) {
                var events = new AtomicInteger();
                app.forEach(_ -> events.incrementAndGet());
                assertThat(product.snapshot(app.app(), "overview").get("total_events").getIntValue())
                        .isEqualTo(events.get());
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

package tracenova.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tracenova.event.Limits;

class BatchesTest {

    private static final DemoApp APP = new DemoApp(0, Instant.parse("2026-11-21T15:00:00Z"), 30, 20_000);

    @Test
    void noRequestIsTooLargeAndNoEventIsLeftOut() throws IOException {
        var made = new ArrayList<Batch>();
        var batches = new Batches("run", made::add);
        APP.play(batches);
        batches.end();

        var json = JsonMapper.createDefault();
        for (var batch : made) {
            assertThat(batch.events()).hasSizeBetween(1, Limits.EVENTS_PER_BATCH);
            var events = batch.events().stream().map(DemoEvent::fields).toList();
            assertThat(json.writeValueAsBytes(events)).hasSizeLessThan(Limits.WIRE_BYTES);
        }
        assertThat(made.stream().map(Batch::id)).doesNotHaveDuplicates();
        assertThat(made.stream().mapToInt(batch -> batch.events().size()).sum()).isEqualTo(APP.events());
    }
}

package tracenova.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final TestLake lake = new TestLake();

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void storesEachRowInThePartitionOfItsOwnHour() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON.minusSeconds(1), "s1")
                .event("b", "screen_view", NOON, "s1")
                .event("c", "crash", NOON, "s1"));

        assertThat(lake.manifest("shop").partitions().keySet()).containsExactly(
                "activity/2026-01-31T11", "activity/2026-01-31T12", "errors/2026-01-31T12", "receipts/2026-01-31T12");
        assertThat(lake.ask("shop", "SELECT event_id, class, session_id FROM rows ORDER BY ALL"))
                .containsExactly("a activity s1", "b activity s1", "c errors s1");
    }
}

package tracenova.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.insights.TestInsights.NOON;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.lake.TestRequest;

class FreshnessTest {

    private final TestInsights insights = new TestInsights();

    @AfterEach
    void close() {
        insights.close();
    }

    private Freshness freshnessAt(Duration afterNoon) {
        var now = NOON.plus(afterNoon);
        insights.with(TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"),
                TestRequest.of("shop", "b2", now).event("b", "screen_view", now, "s1"));
        return insights.ask(Freshness.class);
    }

    @Test
    void anHourIsNotMissedBeforeAQuarterPastItsEnd() {
        assertThat(freshnessAt(Duration.ofMinutes(74)))
                .isEqualTo(new Freshness("2026-01-31T13:14:00Z", null, null, 0, 0));
    }

    @Test
    void anHourWaitsForReconcileFromAQuarterPastItsEnd() {
        assertThat(freshnessAt(Duration.ofMinutes(75)))
                .isEqualTo(new Freshness("2026-01-31T13:15:00Z", null, "2026-01-31T12", 1, 0));
    }

    @Test
    void countsFromTheLastHourThatIsReconciled() {
        insights.reconciled("""
                {"through":"2026-01-31T12","hours":{"2026-01-31T12":
                 {"chunks":2,"marked":true,"queued":{},"stuck":["x","y"],"refused":{}}}}""");

        assertThat(freshnessAt(Duration.ofMinutes(200)))
                .isEqualTo(new Freshness("2026-01-31T15:20:00Z", "2026-01-31T12", "2026-01-31T13", 2, 2));
    }
}

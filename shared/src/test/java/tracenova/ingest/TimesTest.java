package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracenova.event.EventType;
import tracenova.event.EventView;
import tracenova.event.Json;
import tracenova.ingest.Times.Settled;

class TimesTest {

    private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00.500Z");
    private static final Times TIMES = new Times(FIRST);

    @ParameterizedTest
    @CsvSource({"PT10M, 0, true", "PT10M, 1, false", "PT-720H, 0, true", "PT-720H, -1, false"})
    void keepsTimesFromThirtyDaysAgoToTenMinutesAheadAsSent(Duration from, int nanos, boolean kept) {
        var sent = FIRST.plus(from).plusNanos(nanos);

        assertThat(settle("\"" + sent + "\"")).isEqualTo(kept
                ? new Settled(sent, false, false)
                : new Settled(FIRST, true, false));
    }

    @Test
    void noTimeIsTheFirstReceivedTime() {
        assertThat(settle("null")).isEqualTo(new Settled(FIRST, false, true));
        assertThat(TIMES.settle(EventType.SCREEN_VIEW.asSent(Json.of("{}"))))
                .isEqualTo(new Settled(FIRST, false, true));
    }

    @ParameterizedTest
    @CsvSource({"PT10M, 0, false", "PT10M, 1, true", "PT-672H, 0, false", "PT-672H, -1, true", "PT-719H, 0, true"})
    void X6_aTimeMayBecomeOursTwoDaysBeforeItIs(Duration from, int nanos, boolean ours) {
        assertThat(TIMES.mayBeOurs(Optional.of(FIRST.plus(from).plusNanos(nanos)))).isEqualTo(ours);
    }

    @Test
    void X6_noTimeIsOurs() {
        assertThat(TIMES.mayBeOurs(Optional.empty())).isTrue();
    }

    /// What a first copy kept as sent without asking for a receipt, every copy of the next 48 hours keeps too.
    @Test
    void X6_whatNeedsNoReceiptNeverBecomesOursBehindOurBack() {
        var random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            var sent = FIRST.minus(Duration.ofDays(30)).plusMillis(random.nextLong(Duration.ofDays(31).toMillis()));
            var later = new Times(FIRST.plusMillis(random.nextLong(Times.RECEIPT.toMillis() + 1)));
            if (!TIMES.mayBeOurs(Optional.of(sent))) {
                assertThat(later.settle(view("\"" + sent + "\""))).isEqualTo(new Settled(sent, false, false));
            }
        }
    }

    @Test
    void F32_noClockIsTooWrong() {
        for (var year : new String[] {"0000", "1970", "2016", "2036", "9999"}) {
            assertThat(settle("\"" + year + "-01-01T00:00:00Z\"")).isEqualTo(new Settled(FIRST, true, false));
        }
    }

    private static Settled settle(String time) {
        return TIMES.settle(view(time));
    }

    private static EventView view(String time) {
        return EventType.SCREEN_VIEW.asSent(Json.of("{\"screen_name\":\"home\",\"occurred_at\":" + time + "}"));
    }
}

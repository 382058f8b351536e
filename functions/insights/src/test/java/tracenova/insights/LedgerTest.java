package tracenova.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.insights.TestInsights.NOON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.insights.Ledger.HourRow;
import tracenova.insights.Ledger.Refused;
import tracenova.insights.Ledger.Rejected;
import tracenova.lake.TestRequest;

class LedgerTest {

    private static final String HOUR = "2026-01-31T12";

    private final TestInsights insights = new TestInsights();

    @AfterEach
    void close() {
        insights.close();
    }

    private List<HourRow> hours() {
        var hours = insights.ask(Ledger.class).hours();
        assertThat(hours).allMatch(HourRow::closes);
        return hours;
    }

    private static HourRow row(long received, long accepted, long duplicate, List<Rejected> rejected, long unfinished) {
        return new HourRow(HOUR, received, accepted, duplicate, rejected.stream().mapToLong(Rejected::events).sum(),
                rejected, unfinished, List.of(), 0, false);
    }

    @Test
    void everyPositionIsAcceptedDuplicateOrRejected() {
        insights.with(TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "crash", NOON, "s1").repeated()
                .rejected("invalid").rejected("invalid").rejected("conflict"));

        assertThat(hours()).containsExactly(
                row(6, 2, 1, List.of(new Rejected("conflict", 1), new Rejected("invalid", 2)), 0));
    }

    @Test
    void theSameEventInAnotherRequestIsADuplicateThere() {
        var later = NOON.plusSeconds(3_600);
        insights.with(TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"),
                TestRequest.of("shop", "b2", later).event("a", "screen_view", NOON, "s1").event("b", "crash", NOON,
                        "s1"));

        assertThat(hours()).containsExactly(row(1, 1, 0, List.of(), 0),
                new HourRow("2026-01-31T13", 2, 1, 1, 0, List.of(), 0, List.of(), 0, false));
    }

    @Test
    void anEarlierCopyThatArrivesLateTurnsAnAcceptedIntoADuplicate() {
        var later = NOON.plusSeconds(3_600);
        insights.with(TestRequest.of("shop", "b2", later).event("a", "screen_view", NOON, "s1"));
        assertThat(hours()).extracting(HourRow::accepted).containsExactly(1L);

        insights.with(TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"));

        assertThat(hours()).extracting(HourRow::accepted).containsExactly(1L, 0L);
        assertThat(hours()).extracting(HourRow::duplicate).containsExactly(0L, 1L);
    }

    @Test
    void aChunkThatHasNotArrivedIsUnfinished() {
        var request = TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "screen_view", NOON, "s2")
                .event("c", "crash", NOON, "s2");
        insights.with(request.linesWithout("s2"));
        assertThat(hours()).containsExactly(row(1, 1, 0, List.of(), 2));

        insights.with(request.linesWithout("s1"));
        assertThat(hours()).containsExactly(row(3, 3, 0, List.of(), 0));
    }

    @Test
    void aRequestWithoutItsFirstChunkStandsOutsideWithItsRows() {
        var request = TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "screen_view", NOON, "s2").rejected("invalid");
        insights.with(TestRequest.of("shop", "b2", NOON).event("x", "screen_view", NOON, "s9"));
        insights.with(request.linesWithout("s1"));
        assertThat(hours()).containsExactly(row(1, 1, 0, List.of(), 0));

        insights.with(request.linesWithout("s2"));
        assertThat(hours()).containsExactly(row(4, 3, 0, List.of(new Rejected("invalid", 1)), 0));
    }

    @Test
    void aRowWonByARequestThatStandsOutsideIsADuplicateInside() {
        var outside = TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "screen_view", NOON, "s2");
        insights.with(outside.linesWithout("s1"));
        insights.with(TestRequest.of("shop", "b2", NOON.plusSeconds(1)).event("b", "screen_view", NOON, "s2"));

        assertThat(hours()).containsExactly(row(1, 0, 1, List.of(), 0));
    }

    @Test
    void eventsOfAMonthAgoCountInTheHourTheyWereReceived() {
        insights.with(
                TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON.minus(Duration.ofDays(30)), "s1"));

        assertThat(hours()).containsExactly(row(1, 1, 0, List.of(), 0));
    }

    @Test
    void closedDaysSayTheSameAsOpenOnes() {
        var request = TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "screen_view", NOON, "s2").repeated()
                .rejected("invalid");
        insights.with(TestRequest.of("shop", "b2", NOON).event("x", "screen_view", NOON, "s9"));
        insights.with(request.linesWithout("s1"));
        var open = hours();
        var later = NOON.plus(Duration.ofDays(2));

        insights.with(TestRequest.of("shop", "b3", later).event("y", "screen_view", later, "s9"));
        assertThat(insights.manifest().marts()).hasSize(1);
        assertThat(hours().subList(0, 1)).isEqualTo(open);

        insights.with(request.linesWithout("s2"));
        assertThat(hours().getFirst()).isEqualTo(row(5, 3, 1, List.of(new Rejected("invalid", 1)), 0));
    }

    @Test
    void whatReconcileFoundStandsBeside() {
        insights.with(TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1")).reconciled(
                """
                {"through":"2026-01-31T12","hours":{
                 "2026-01-31T11":{"chunks":0,"marked":true,"queued":{},"stuck":[],"refused":{"malformed":2,"too_large":1}},
                 "2026-01-31T12":{"chunks":2,"marked":true,"queued":{},"stuck":["2026-01-31T12#0/-#b9#0"],"refused":{}}}}""");

        assertThat(hours()).containsExactly(
                new HourRow("2026-01-31T11", 0, 0, 0, 0, List.of(), 0,
                        List.of(new Refused("malformed", 2), new Refused("too_large", 1)), 0, true),
                new HourRow(HOUR, 1, 1, 0, 0, List.of(), 0, List.of(), 1, true));
    }
}

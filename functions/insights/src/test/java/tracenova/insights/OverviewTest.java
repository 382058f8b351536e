package tracenova.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.insights.TestInsights.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.insights.Overview.DayPoint;
import tracenova.insights.Overview.HourPoint;
import tracenova.insights.Overview.LastSeen;
import tracenova.insights.Overview.TypeCount;
import tracenova.lake.TestRequest;

class OverviewTest {

    private final TestInsights insights = new TestInsights();

    @AfterEach
    void close() {
        insights.close();
    }

    private static TestRequest request(Instant received) {
        return TestRequest.of("shop", "b" + received, received);
    }

    @Test
    void countsEventsSessionsUsersAndVisitorsOnce() {
        insights.with(request(NOON)
                .event("a", "screen_view", NOON, "s1", "user_id", "u1")
                .event("b", "screen_view", NOON.minusSeconds(60), "s1", "user_id", "u1", "visitor_id", "v1")
                .event("c", "custom", NOON, "s2", "name", "checkout", "visitor_id", "v2")
                .event("d", "crash", NOON, "-"));

        var overview = insights.ask(Overview.class);

        assertThat(overview.totalEvents()).isEqualTo("4");
        assertThat(overview.estimated()).isFalse();
        assertThat(overview.uniqueSessions()).isEqualTo(2);
        assertThat(overview.uniqueUsers()).isEqualTo(1);
        assertThat(overview.uniqueVisitors()).isEqualTo(2);
        assertThat(overview.eventsByType()).containsExactly(
                new TypeCount("screen_view", null, BigDecimal.TWO),
                new TypeCount("crash", null, BigDecimal.ONE),
                new TypeCount("custom", "checkout", BigDecimal.ONE));
        assertThat(overview.range()).isEqualTo(new Range("2026-01-02", "2026-01-31", "UTC"));
        assertThat(overview.dataThrough()).isEqualTo("2026-01-31T12:00:00Z");
    }

    @Test
    void everyDayAndHourIsThereZerosToo() {
        insights.with(request(NOON).event("a", "screen_view", NOON.minus(Duration.ofDays(1)), "s1"));

        var overview = insights.ask(Overview.class);

        assertThat(overview.days()).hasSize(30);
        assertThat(overview.days().get(28)).isEqualTo(new DayPoint("2026-01-30", BigDecimal.ONE, 1, 0, 0));
        assertThat(overview.days().get(29)).isEqualTo(new DayPoint("2026-01-31", BigDecimal.ZERO, 0, 0, 0));
        assertThat(overview.hours()).hasSize(48);
        assertThat(overview.hours().get(12)).isEqualTo(new HourPoint("2026-01-30T12:00Z", BigDecimal.ONE, 1, 0));
    }

    @Test
    void whatLiesBeforeTheRangeOrAfterTodayIsNotCounted() {
        insights.with(request(NOON)
                .event("a", "screen_view", Instant.parse("2026-01-02T00:00:00Z"), "s1")
                .event("b", "screen_view", Instant.parse("2026-01-01T23:59:59Z"), "s1")
                .event("c", "screen_view", Instant.parse("2026-02-01T00:00:00Z"), "s1"));

        assertThat(insights.ask(Overview.class).totalEvents()).isEqualTo("1");
    }

    @Test
    void aSampledEventWeighsWhatItStandsForAndMarksTheFigure() {
        insights.with(request(NOON)
                .event("a", "screen_view", NOON, "s1", "sample_rate", 0.25)
                .event("b", "screen_view", NOON, "s1", "sample_rate", 0.3)
                .event("c", "screen_view", NOON, "s1", "sample_rate", 1));

        var overview = insights.ask(Overview.class);

        assertThat(overview.totalEvents()).isEqualTo("8.333333");
        assertThat(overview.estimated()).isTrue();
    }

    @Test
    void saysWhenSessionsWereLastSeen() {
        insights.with(request(NOON)
                .event("a", "screen_view", NOON.minusSeconds(50 * 60), "s1")
                .event("b", "screen_view", NOON.minusSeconds(61), "s2")
                .event("c", "screen_view", NOON.minusSeconds(20 * 60), "s2")
                .event("d", "screen_view", NOON.minusSeconds(65), "s3")
                .event("e", "screen_view", NOON.plusSeconds(300), "s4")
                .event("f", "screen_view", NOON.minusSeconds(62 * 60), "s5"));

        assertThat(insights.ask(Overview.class).lastSeen()).containsExactly(
                new LastSeen("2026-01-31T11:10Z", 1), new LastSeen("2026-01-31T11:58Z", 2),
                new LastSeen("2026-01-31T12:05Z", 1));
    }

    @Test
    void aDayOfTwentyFiveHoursHasTwentyFive() {
        var now = Instant.parse("2026-10-25T20:00:00Z");
        insights.with(request(now)
                .event("a", "screen_view", Instant.parse("2026-10-25T00:30:00Z"), "s1")
                .event("b", "screen_view", Instant.parse("2026-10-25T01:30:00Z"), "s1"));

        var overview = insights.ask(Overview.class, ZoneId.of("Europe/Berlin"));

        assertThat(overview.hours()).hasSize(24 + 25).contains(
                new HourPoint("2026-10-25T00:00Z", BigDecimal.ONE, 1, 0),
                new HourPoint("2026-10-25T01:00Z", BigDecimal.ONE, 1, 0));
        assertThat(overview.days().getLast()).isEqualTo(new DayPoint("2026-10-25", BigDecimal.TWO, 1, 0, 0));
    }

    @Test
    void halfHourZonesHaveTheirOwnHours() {
        insights.with(request(NOON).event("a", "screen_view", Instant.parse("2026-01-30T18:29:59Z"), "s1")
                .event("b", "screen_view", Instant.parse("2026-01-30T18:30:00Z"), "s1"));

        var overview = insights.ask(Overview.class, ZoneId.of("Asia/Kolkata"));

        assertThat(overview.hours()).contains(
                new HourPoint("2026-01-30T17:30Z", BigDecimal.ONE, 1, 0),
                new HourPoint("2026-01-30T18:30Z", BigDecimal.ONE, 1, 0));
        assertThat(overview.days().getLast()).isEqualTo(new DayPoint("2026-01-31", BigDecimal.ONE, 1, 0, 0));
    }
}

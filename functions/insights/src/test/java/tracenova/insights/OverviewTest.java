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
import tracenova.insights.Overview.SeverityCount;
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
    void everyDayAndHourUntilNowIsThereZerosToo() {
        insights.with(request(NOON).event("a", "screen_view", NOON.minus(Duration.ofDays(1)), "s1"));

        var overview = insights.ask(Overview.class);

        assertThat(overview.days()).hasSize(30);
        assertThat(overview.days().get(28))
                .isEqualTo(new DayPoint("2026-01-30", BigDecimal.ONE, 1, 0, 0, BigDecimal.ZERO));
        assertThat(overview.days().get(29))
                .isEqualTo(new DayPoint("2026-01-31", BigDecimal.ZERO, 0, 0, 0, BigDecimal.ZERO));
        assertThat(overview.hours()).hasSize(24 + 13);
        assertThat(overview.hours().get(12))
                .isEqualTo(new HourPoint("2026-01-30T12:00Z", BigDecimal.ONE, 1, 0, BigDecimal.ZERO));
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
        var now = Instant.parse("2026-10-25T22:30:00Z");
        insights.with(request(now)
                .event("a", "screen_view", Instant.parse("2026-10-25T00:30:00Z"), "s1")
                .event("b", "screen_view", Instant.parse("2026-10-25T01:30:00Z"), "s1"));

        var overview = insights.ask(Overview.class, ZoneId.of("Europe/Berlin"));

        assertThat(overview.hours()).hasSize(24 + 25).contains(
                new HourPoint("2026-10-25T00:00Z", BigDecimal.ONE, 1, 0, BigDecimal.ZERO),
                new HourPoint("2026-10-25T01:00Z", BigDecimal.ONE, 1, 0, BigDecimal.ZERO));
        assertThat(overview.days().getLast())
                .isEqualTo(new DayPoint("2026-10-25", BigDecimal.TWO, 1, 0, 0, BigDecimal.ZERO));
    }

    @Test
    void halfHourZonesHaveTheirOwnHours() {
        insights.with(request(NOON).event("a", "screen_view", Instant.parse("2026-01-30T18:29:59Z"), "s1")
                .event("b", "screen_view", Instant.parse("2026-01-30T18:30:00Z"), "s1"));

        var overview = insights.ask(Overview.class, ZoneId.of("Asia/Kolkata"));

        assertThat(overview.hours()).contains(
                new HourPoint("2026-01-30T17:30Z", BigDecimal.ONE, 1, 0, BigDecimal.ZERO),
                new HourPoint("2026-01-30T18:30Z", BigDecimal.ONE, 1, 0, BigDecimal.ZERO));
        assertThat(overview.days().getLast())
                .isEqualTo(new DayPoint("2026-01-31", BigDecimal.ONE, 1, 0, 0, BigDecimal.ZERO));
    }

    @Test
    void aRangeIsComparedWithTheSamePartOfTheOneBefore() {
        var now = NOON.plus(Duration.ofMinutes(7));
        var week = Duration.ofDays(7);
        insights.with(
                request(NOON.minus(Duration.ofDays(15))).event("x", "screen_view", NOON.minus(Duration.ofDays(15)),
                        "s0"),
                request(now.minus(week))
                        .event("a", "screen_view", NOON.minus(week).minusSeconds(1), "s1", "user_id", "u1")
                        .event("b", "crash", NOON.minus(week), "s1", "user_id", "u2"),
                request(now).event("c", "screen_view", now, "s1"));

        var overview = (Overview) insights.ask(ZoneId.of("UTC")).get(Insight.OVERVIEW_7D);

        assertThat(overview.totalEvents()).isEqualTo("1");
        var previous = overview.previous();
        assertThat(previous.from()).isEqualTo("2026-01-18");
        assertThat(previous.to()).isEqualTo("2026-01-24");
        assertThat(previous.until()).isEqualTo("2026-01-24T12:00Z");
        assertThat(previous.totalEvents()).isEqualTo("1");
        assertThat(previous.totalErrors()).isEqualTo("0");
        assertThat(previous.uniqueUsers()).isEqualTo(1);
        assertThat(previous.days()).hasSize(7).last()
                .isEqualTo(new DayPoint("2026-01-24", BigDecimal.ONE, 1, 1, 0, BigDecimal.ZERO));
    }

    @Test
    void nothingIsComparedWithATimeBeforeTheFirstEvent() {
        insights.with(request(NOON).event("a", "screen_view", NOON, "s1"));

        assertThat(insights.ask(ZoneId.of("UTC")).values()).filteredOn(Overview.class::isInstance).hasSize(4)
                .allSatisfy(answer -> assertThat(((Overview) answer).previous()).isNull());
    }

    @Test
    void aDayHasItsLastTwentyFourHoursAndTheRunningOne() {
        insights.with(request(NOON)
                .event("a", "screen_view", NOON.minus(Duration.ofHours(24)), "s1")
                .event("b", "screen_view", NOON.minus(Duration.ofHours(24)).minusSeconds(1), "s1"));

        var overview = (Overview) insights.ask(ZoneId.of("UTC")).get(Insight.OVERVIEW_24H);

        assertThat(overview.range()).isEqualTo(new Range("2026-01-30T12:00Z", "2026-01-31T12:00Z", "UTC"));
        assertThat(overview.totalEvents()).isEqualTo("1");
        assertThat(overview.hours()).hasSize(25);
        assertThat(overview.days()).isEmpty();
    }

    @Test
    void ratesCountSessions() {
        insights.with(request(NOON)
                .event("a", "page_view", NOON, "s1")
                .event("b", "page_view", NOON, "s2").event("c", "crash", NOON.plusSeconds(10), "s2")
                .event("d", "page_view", NOON, "s3").event("e", "user_action", NOON, "s3")
                .event("f", "session_end", NOON, "s4", "duration_ms", 90_000)
                .event("g", "alert", NOON, "s4", "severity", "critical")
                .event("h", "api_error", NOON, "s5", "status_code", 404)
                .event("h2", "alert", NOON, "s5", "severity", "high").event("h3", "alert", NOON, "s5")
                .event("i", "crash", NOON, "-"));

        var overview = insights.ask(Overview.class);

        assertThat(overview.errorRate()).isEqualTo(0.4);
        assertThat(overview.sessionDurationMs()).isEqualTo(20_000);
        assertThat(overview.bounceRate()).isEqualTo(1 / 3.0);
        assertThat(overview.totalErrors()).isEqualTo("3");
        assertThat(overview.errorsBySeverity()).containsExactly(
                new SeverityCount("critical", BigDecimal.TWO), new SeverityCount("warning", BigDecimal.ONE));
    }

    @Test
    void withoutSessionsThereIsNoRate() {
        insights.with(request(NOON).event("a", "crash", NOON, "-"));

        var overview = insights.ask(Overview.class);

        assertThat(overview.errorRate()).isNull();
        assertThat(overview.sessionDurationMs()).isNull();
        assertThat(overview.bounceRate()).isNull();
        assertThat(overview.totalErrors()).isEqualTo("1");
    }
}

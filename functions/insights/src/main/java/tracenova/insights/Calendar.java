package tracenova.insights;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tracenova.lake.Reach;
import tracenova.table.Hour;

/// Which stretches of time the insights of an app count in, by the app's clock.
record Calendar(Instant now, ZoneId zone) {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Map<Insight, Integer> DAYS =
            Map.of(Insight.OVERVIEW_7D, 7, Insight.OVERVIEW, 30, Insight.OVERVIEW_90D, 90);
    private static final int MOST_DAYS = 2 * 90;

    /// From `since` until before `until`, drawn at `points`: starts of hours, or local days. A `previous` period is as
    /// long, lies before the `current` one and ends where the last full quarter of an hour stood in it.
    @Serdeable
    record Window(String insight, String period, String unit, String since, String until, List<String> points) {}

    /// What the windows need of a lake.
    Reach reach() {
        return new Reach(zone, utc(start(today().minusDays(MOST_DAYS - 1))), utc(now.minus(Duration.ofHours(50))));
    }

    /// Times by their names in the questions: the 30 days, and since when events count as new by their receipt.
    Map<String, Object> moments() {
        return Map.of(
                "month_since", start(today().minusDays(29)), "month_until", start(today().plusDays(1)),
                "hour_ago", quarterOf(now).minus(HOUR), "day_ago", quarterOf(now).minus(DAY),
                "first_hour", Hour.of(now.minus(Duration.ofHours(23))).toString());
    }

    /// `lately` is yesterday and today by the hour, up to the running one. A previous period is there only where the lake
    /// begins before the end of its first point.
    List<Window> windows(Instant begin) {
        var windows = new ArrayList<Window>();
        var tomorrow = start(today().plusDays(1));
        windows.add(hours("lately", "current", start(today().minusDays(1)), tomorrow, hourOf(now).plus(HOUR)));
        addHours(Insight.OVERVIEW_24H.toString(), begin, windows);
        DAYS.forEach((insight, days) -> addDays(insight.toString(), days, begin, windows));
        return windows;
    }

    private void addHours(String insight, Instant begin, List<Window> windows) {
        var end = hourOf(now).plus(HOUR);
        var since = end.minus(HOUR).minus(DAY);
        windows.add(hours(insight, "current", since, end, end));
        if (begin.isBefore(since.minus(DAY).plus(HOUR))) {
            windows.add(hours(insight, "previous", since.minus(DAY), quarterOf(now).minus(DAY), end.minus(DAY)));
        }
    }

    private void addDays(String insight, int days, Instant begin, List<Window> windows) {
        var first = today().minusDays(days - 1);
        windows.add(days(insight, "current", first, start(today().plusDays(1)), today()));
        var before = first.minusDays(days);
        var cut = quarterOf(now).atZone(zone).toLocalDateTime().minusDays(days).atZone(zone).toInstant();
        if (begin.isBefore(start(before.plusDays(1)))) {
            windows.add(days(insight, "previous", before, cut, first.minusDays(1)));
        }
    }

    private Window days(String insight, String period, LocalDate first, Instant until, LocalDate last) {
        var points = first.datesUntil(last.plusDays(1)).map(LocalDate::toString).toList();
        return new Window(insight, period, "day", start(first).toString(), until.toString(), points);
    }

    private Window hours(String insight, String period, Instant since, Instant until, Instant end) {
        var points = Stream.iterate(since, end::isAfter, quarter -> quarter.plus(QUARTER)).map(this::hourOf).distinct();
        return new Window(
                insight, period, "hour", since.toString(), until.toString(), points.map(Instant::toString).toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate utc(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant quarterOf(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() / QUARTER.toSeconds() * QUARTER.toSeconds());
    }

    /// The start of the local hour, which need not be one of UTC's.
    private Instant hourOf(Instant at) {
        var local = at.atZone(zone);
        return local.toInstant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(local.getMinute()));
    }
}

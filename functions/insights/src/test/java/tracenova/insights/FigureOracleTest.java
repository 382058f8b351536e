package tracenova.insights;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracenova.insights.Overview.DayPoint;
import tracenova.insights.Overview.HourPoint;
import tracenova.lake.TestRequest;

/// The figures of a random lake, open and closed days, against the plainest way to count them.
class FigureOracleTest {

    private static final Comparator<Event> FIRST =
            Comparator.comparing(Event::received).thenComparing(Event::batch).thenComparing(Event::position);
    private static final List<String> TYPES =
            List.of("screen_view", "page_view", "user_action", "custom", "session_end", "crash", "api_error", "alert");
    private static final Map<Insight, Integer> DAYS =
            Map.of(Insight.OVERVIEW_7D, 7, Insight.OVERVIEW, 30, Insight.OVERVIEW_90D, 90);

    private record Event(
            String id, String type, Instant at, String session, String user, String visitor, Instant received,
            String batch, int position) {

        boolean isError() {
            return type.equals("crash") || type.equals("api_error");
        }

        boolean isFailure() {
            return type.equals("alert") ? position % 2 == 0 : isError() && !severity().equals("warning");
        }

        String severity() {
            return type.equals("crash") ? "critical" : user == null ? "error" : "warning";
        }

        boolean isView() {
            return type.endsWith("_view");
        }

        long ended() {
            return position * 700L;
        }

        String screen() {
            return isView() ? "screen " + position : null;
        }

        String release() {
            return position % 3 == 0 ? "1." + position : null;
        }
    }

    /// Around each zone's change of clocks, or where hours are not whole.
    @ParameterizedTest
    @CsvSource({
        "UTC,2026-01-31T12:00:00Z", "Asia/Kathmandu,2026-01-31T18:20:00Z", "Asia/Kolkata,2026-02-28T18:29:00Z",
        "America/New_York,2026-03-09T03:00:00Z", "Europe/Berlin,2026-03-29T22:30:00Z",
        "Europe/Berlin,2026-10-26T12:00:00Z",
        "Australia/Lord_Howe,2026-04-05T10:00:00Z", "Australia/Lord_Howe,2026-04-04T15:20:00Z",
        "Pacific/Auckland,2026-04-06T01:00:00Z",
        "America/St_Johns,2026-11-02T01:00:00Z"
    })
    void equalThePlainCount(ZoneId zone, Instant now) {
        var random = new Random(zone.hashCode());
        var events = new ArrayList<Event>();
        try (var insights = new TestInsights()) {
            for (int batch = 0; batch < 16; batch++) {
                var received = batch == 15 ? now : now.minusSeconds(
                        batch < 7 ? (7 - batch) * 28L * 86_400 : random.nextInt(5 * 86_400));
                insights.with(request(random, "b" + batch, received, events));
                // What was folded before the last late event must not be met again.
                if (batch == 11) insights.ask(zone);
            }
            assertThat(insights.manifest().marts()).isNotEmpty();

            var winners = winners(events);
            var answers = insights.ask(zone);
            DAYS.forEach((insight, days) -> checkDays((Overview) answers.get(insight), winners, zone, now, days));
            checkHours((Overview) answers.get(Insight.OVERVIEW_24H), winners, zone, now);
            check((Errors) answers.get(Insight.ERRORS), winners, zone, now);
            check((Sessions) answers.get(Insight.SESSIONS), winners, zone, now);
            checkCame((Pipeline) answers.get(Insight.PIPELINE), winners, now);
        }
    }

    private static TestRequest request(Random random, String batch, Instant received, List<Event> events) {
        var request = TestRequest.of("shop", batch, received);
        for (int position = 0; position < 12; position++) {
            var event = new Event("e" + (random.nextInt(9) * 12 + position), TYPES.get(random.nextInt(TYPES.size())),
                    timeOf(random, received), random.nextInt(9) == 0 ? null : "s" + random.nextInt(12),
                    random.nextInt(3) == 0 ? null : "u" + random.nextInt(4),
                    random.nextInt(3) == 0 ? null : "v" + random.nextInt(4), received, batch, position);
            var columns = new ArrayList<Object>();
            if (event.user != null) columns.addAll(List.of("user_id", event.user));
            if (event.visitor != null) columns.addAll(List.of("visitor_id", event.visitor));
            if (event.type.equals("session_end")) columns.addAll(List.of("duration_ms", event.ended()));
            if (event.type.equals("alert")) {
                columns.addAll(List.of("severity", event.isFailure() ? "critical" : "high"));
            }
            if (event.type.equals("api_error")) columns.addAll(List.of("status_code", event.user == null ? 500 : 404));
            if (event.isView()) columns.addAll(List.of("screen", event.screen()));
            if (event.release() != null) columns.addAll(List.of("release", event.release()));
            columns.addAll(
                    List.of("quality_score", 100 - position, "validation_status", position < 6 ? "VALID" : "WARN",
                            "processing_duration_ms", 0.5 + position));
            if (event.type.equals("custom")) columns.addAll(List.of("name", "n" + position % 2));
            request.event(event.id, event.type, event.at, event.session == null ? "-" : event.session,
                    columns.toArray());
            events.add(event);
        }
        return request;
    }

    /// Mostly just now, sometimes up to 30 days ago, so that equal ids sometimes meet and sometimes do not.
    private static Instant timeOf(Random random, Instant received) {
        var seconds = random.nextInt(3) == 0 ? random.nextInt(30 * 86_400) : random.nextInt(7_200);
        return received.minusSeconds(seconds);
    }

    private static List<Event> winners(List<Event> events) {
        var winners = new HashMap<String, Event>();
        for (var event : events) {
            var identity = event.id + (event.isError() || event.type.equals("alert"))
                    + event.at.getEpochSecond() / 3_600;
            winners.merge(identity, event, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
        }
        return List.copyOf(winners.values());
    }

    private static void checkDays(Overview overview, List<Event> winners, ZoneId zone, Instant now, int days) {
        var today = LocalDate.ofInstant(now, zone);
        var first = today.minusDays(days - 1);
        assertThat(overview.range()).isEqualTo(new Range(first.toString(), today.toString(), zone.getId()));
        var ranged = winners.stream().filter(within(start(first, zone), start(today.plusDays(1), zone))).toList();
        checkTotals(overview, ranged);
        assertThat(overview.days()).isEqualTo(dayPoints(ranged, first, days, zone));
        var hours = winners.stream()
                .filter(within(start(today.minusDays(1), zone), start(today.plusDays(1), zone))).toList();
        assertThat(overview.hours().stream().filter(hour -> hour.events().signum() > 0))
                .isEqualTo(hourPoints(hours, zone));
        assertThat(overview.hours().getLast().t()).isEqualTo(hour(now, zone).toString().replace(":00Z", "Z"));
        checkLastSeen(overview, winners, now);

        var before = first.minusDays(days);
        var begin = winners.stream().map(Event::at).min(Comparator.naturalOrder()).orElseThrow();
        assertThat(overview.previous() != null)
                .isEqualTo(hour(begin, ZoneId.of("UTC")).isBefore(start(before.plusDays(1), zone)));
        if (overview.previous() == null) return;
        var local = now.atZone(zone).toLocalDateTime();
        var cut = local.minusMinutes(local.getMinute() % 15).withSecond(0).minusDays(days).atZone(zone).toInstant();
        var earlier = winners.stream().filter(within(start(before, zone), cut)).toList();
        checkPrevious(overview, earlier, cut);
        checkRates(Rates.of(overview.previous()), untilThePointEnds(winners, start(before, zone), cut,
                event -> LocalDate.ofInstant(event.at, zone)));
        assertThat(overview.previous().days()).isEqualTo(dayPoints(earlier, before, days, zone));
    }

    private static void checkHours(Overview overview, List<Event> winners, ZoneId zone, Instant now) {
        var since = hour(now, zone).minus(Duration.ofHours(24));
        var until = hour(now, zone).plus(Duration.ofHours(1));
        var ranged = winners.stream().filter(within(since, until)).toList();
        checkTotals(overview, ranged);
        assertThat(overview.days()).isEmpty();
        assertThat(overview.hours().stream().filter(hour -> hour.events().signum() > 0))
                .isEqualTo(hourPoints(ranged, zone));
        checkLastSeen(overview, winners, now);
        if (overview.previous() == null) return;
        var cut = Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900).minus(Duration.ofHours(24));
        var earlier = winners.stream().filter(within(since.minus(Duration.ofHours(24)), cut)).toList();
        checkPrevious(overview, earlier, cut);
        checkRates(Rates.of(overview.previous()), untilThePointEnds(winners, since.minus(Duration.ofHours(24)), cut,
                event -> hour(event.at, zone)));
        assertThat(overview.previous().hours().stream().filter(hour -> hour.events().signum() > 0))
                .isEqualTo(hourPoints(earlier, zone));
    }

    private static void checkTotals(Overview overview, List<Event> ranged) {
        assertThat(overview.totalEvents().longValueExact()).isEqualTo(ranged.size());
        assertThat(overview.totalErrors().longValueExact()).isEqualTo(errors(ranged));
        assertThat(overview.uniqueSessions()).isEqualTo(distinct(ranged, Event::session));
        assertThat(overview.uniqueUsers()).isEqualTo(distinct(ranged, Event::user));
        assertThat(overview.uniqueVisitors()).isEqualTo(distinct(ranged, Event::visitor));
        var types = new TreeMap<String, Long>();
        ranged.forEach(event -> types.merge(
                event.type + (event.type.equals("custom") ? " n" + event.position % 2 : " null"), 1L, Long::sum));
        var actual = new TreeMap<String, Long>();
        overview.eventsByType()
                .forEach(one -> actual.put(one.type() + " " + one.name(), one.events().longValueExact()));
        assertThat(actual).isEqualTo(types);
        var severities = new TreeMap<String, Long>();
        ranged.stream().filter(Event::isError).forEach(event -> severities.merge(event.severity(), 1L, Long::sum));
        var found = new TreeMap<String, Long>();
        overview.errorsBySeverity().forEach(one -> found.put(one.severity(), one.events().longValueExact()));
        assertThat(found).isEqualTo(severities);
        checkRates(Rates.of(overview), ranged);
    }

    private record Rates(Double errors, Long durationMs, Double bounces) {

        static Rates of(Overview overview) {
            return new Rates(overview.errorRate(), overview.sessionDurationMs(), overview.bounceRate());
        }

        static Rates of(Overview.Previous previous) {
            return new Rates(previous.errorRate(), previous.sessionDurationMs(), previous.bounceRate());
        }
    }

    /// What those who were there before the cut did, in the day or hour of the cut to its end.
    private static List<Event> untilThePointEnds(
            List<Event> winners, Instant since, Instant cut, Function<Event, Object> point) {
        return winners.stream().filter(event -> !event.at.isBefore(since))
                .collect(groupingBy(event -> Arrays.asList(
                        point.apply(event), event.session, event.user, event.visitor)))
                .values().stream().filter(events -> events.stream().anyMatch(event -> event.at.isBefore(cut)))
                .flatMap(List::stream).toList();
    }

    private static void checkRates(Rates rates, List<Event> ranged) {
        double sessions = 0;
        double failed = 0;
        double viewing = 0;
        double bounced = 0;
        double lasted = 0;
        for (var events : ranged.stream().filter(event -> event.session != null)
                .collect(groupingBy(Event::session)).values()) {
            var views = events.stream().filter(Event::isView).count();
            var ended = events.stream().filter(event -> event.type.equals("session_end")).mapToLong(Event::ended).max();
            var times = events.stream().map(Event::at).sorted().toList();
            var duration = ended.orElse(Duration.between(times.getFirst(), times.getLast()).toMillis());
            sessions++;
            lasted += duration;
            if (events.stream().anyMatch(Event::isFailure)) failed++;
            if (views > 0) viewing++;
            if (views == 1 && duration < 10_000 && events.stream().noneMatch(
                    event -> event.type.equals("user_action") || event.type.equals("custom")))
                bounced++;
        }
        assertThat(rates).isEqualTo(new Rates(sessions == 0 ? null : failed / sessions,
                sessions == 0 ? null : Math.round(lasted / sessions), viewing == 0 ? null : bounced / viewing));
    }

    private static void checkPrevious(Overview overview, List<Event> earlier, Instant cut) {
        var previous = overview.previous();
        assertThat(Instant.parse(previous.until().replace("Z", ":00Z"))).isEqualTo(cut);
        assertThat(previous.totalEvents().longValueExact()).isEqualTo(earlier.size());
        assertThat(previous.totalErrors().longValueExact()).isEqualTo(errors(earlier));
        assertThat(previous.uniqueSessions()).isEqualTo(distinct(earlier, Event::session));
        assertThat(previous.uniqueUsers()).isEqualTo(distinct(earlier, Event::user));
        assertThat(previous.uniqueVisitors()).isEqualTo(distinct(earlier, Event::visitor));
    }

    private static List<DayPoint> dayPoints(List<Event> events, LocalDate first, int days, ZoneId zone) {
        return Stream.iterate(first, day -> day.plusDays(1)).limit(days).map(day -> {
            var of = events.stream().filter(within(start(day, zone), start(day.plusDays(1), zone))).toList();
            return new DayPoint(day.toString(), BigDecimal.valueOf(of.size()), distinct(of, Event::session),
                    distinct(of, Event::user), distinct(of, Event::visitor), BigDecimal.valueOf(errors(of)));
        }).toList();
    }

    /// Those with events.
    private static List<HourPoint> hourPoints(List<Event> events, ZoneId zone) {
        var hours = new TreeMap<>(events.stream().collect(groupingBy(event -> hour(event.at, zone))));
        return hours.entrySet().stream().map(hour -> new HourPoint(hour.getKey().toString().replace(":00Z", "Z"),
                BigDecimal.valueOf(hour.getValue().size()), distinct(hour.getValue(), Event::session),
                distinct(hour.getValue(), Event::user), BigDecimal.valueOf(errors(hour.getValue())))).toList();
    }

    private static void checkLastSeen(Overview overview, List<Event> winners, Instant now) {
        var lastSeen = new TreeMap<Instant, Long>();
        winners.stream().filter(event -> event.session != null).collect(groupingBy(Event::session)).values().stream()
                .map(events -> events.stream().map(Event::at).max(Instant::compareTo).orElseThrow())
                .map(at -> Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60))
                .filter(minute -> !minute.isBefore(now.minus(Duration.ofMinutes(60))))
                .forEach(minute -> lastSeen.merge(minute, 1L, Long::sum));
        assertThat(overview.lastSeen().stream().map(seen -> Map.entry(seen.minute(), seen.sessions())).toList())
                .isEqualTo(
                        lastSeen.entrySet().stream()
                                .map(e -> Map.entry(e.getKey().toString().replace(":00Z", "Z"), e.getValue()))
                                .toList());
    }

    private static void check(Errors errors, List<Event> winners, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var ranged = winners.stream().filter(Event::isError)
                .filter(within(start(today.minusDays(29), zone), start(today.plusDays(1), zone))).toList();
        assertThat(errors.totalErrors().longValueExact()).isEqualTo(ranged.size());
        var days = dayPoints(ranged, today.minusDays(29), 30, zone);
        assertThat(errors.days()).extracting(Errors.DayPoint::day).isEqualTo(days.stream().map(DayPoint::day).toList());
        assertThat(errors.days()).extracting(Errors.DayPoint::events)
                .isEqualTo(days.stream().map(DayPoint::events).toList());
    }

    private static void check(Sessions sessions, List<Event> winners, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var items = new ArrayList<Sessions.Item>();
        winners.stream().filter(within(start(today.minusDays(29), zone), start(today.plusDays(1), zone)))
                .filter(event -> event.session != null).collect(groupingBy(Event::session))
                .forEach((id, events) -> items.add(session(id, events)));
        items.sort(Comparator.comparing(Sessions.Item::startedAt).reversed().thenComparing(Sessions.Item::sessionId));
        assertThat(sessions.items()).isEqualTo(items);
        assertThat(sessions.total()).isEqualTo(items.size());
        assertThat(sessions.truncated()).isFalse();
    }

    private static Sessions.Item session(String id, List<Event> events) {
        var times = events.stream().map(Event::at).sorted().toList();
        var ended = events.stream().filter(event -> event.type.equals("session_end")).mapToLong(Event::ended).max();
        return new Sessions.Item(id, last(events, Event::user), last(events, Event::visitor), null,
                text(times.getFirst()), text(times.getLast()),
                ended.orElse(Duration.between(times.getFirst(), times.getLast()).toMillis()), events.size(),
                errors(events), events.stream().filter(Event::isView).count(), last(events, Event::screen),
                last(events, Event::release), null, null, null);
    }

    private static String last(List<Event> events, Function<Event, String> attribute) {
        return events.stream().filter(event -> attribute.apply(event) != null)
                .max(Comparator.comparing(Event::at).thenComparing(attribute)).map(attribute).orElse(null);
    }

    private static String text(Instant at) {
        return at.toString().replace("Z", ".000Z");
    }

    private static void checkCame(Pipeline pipeline, List<Event> winners, Instant now) {
        var quarter = Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900);
        var day = winners.stream().filter(event -> !event.received.isBefore(quarter.minus(Duration.ofHours(24))))
                .toList();
        assertThat(pipeline.quality().events()).isEqualTo(day.size());
        assertThat(pipeline.quality().valid()).isEqualTo(day.stream().filter(event -> event.position < 6).count());
        assertThat(pipeline.quality().average().doubleValue())
                .isCloseTo(day.stream().mapToInt(event -> 100 - event.position).average().orElseThrow(), offset(0.001));
        var hour = day.stream().filter(event -> !event.received.isBefore(quarter.minus(Duration.ofHours(1)))).toList();
        var types = new TreeMap<String, Long>();
        hour.forEach(event -> types.merge(event.type, 1L, Long::sum));
        var found = new TreeMap<String, Long>();
        pipeline.processing().types().forEach(type -> {
            found.put(type.type(), type.events());
            assertThat(type.averageMs().doubleValue()).isCloseTo(hour.stream()
                    .filter(event -> event.type.equals(type.type())).mapToDouble(event -> 0.5 + event.position)
                    .average().orElseThrow(), offset(0.001));
        });
        assertThat(found).isEqualTo(types);
        var first = hour(now, ZoneId.of("UTC")).minus(Duration.ofHours(23));
        assertThat(pipeline.lastDay().accepted())
                .isEqualTo(winners.stream().filter(event -> !event.received.isBefore(first)).count());
        assertThat(pipeline.latest()).extracting(Pipeline.Arrival::receivedAt).isEqualTo(winners.stream()
                .map(Event::received).sorted(Comparator.reverseOrder()).limit(10).map(FigureOracleTest::text).toList());
        assertThat(pipeline.latest()).extracting(arrival -> arrival.eventId() + arrival.receivedAt() + arrival.type())
                .isSubsetOf(winners.stream().map(event -> event.id + text(event.received) + event.type).toList());
    }

    private static Predicate<Event> within(Instant since, Instant until) {
        return event -> !event.at.isBefore(since) && event.at.isBefore(until);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant hour(Instant at, ZoneId zone) {
        var minute = at.getEpochSecond() / 60 * 60;
        return Instant.ofEpochSecond(minute).minus(Duration.ofMinutes(at.atZone(zone).getMinute()));
    }

    private static long errors(List<Event> events) {
        return events.stream().filter(Event::isError).count();
    }

    private static long distinct(List<Event> events, Function<Event, String> id) {
        return events.stream().map(id).filter(Objects::nonNull).distinct().count();
    }
}

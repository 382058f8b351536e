package tracenova.insights;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracenova.lake.TestRequest;

/// The figures of a random lake, open and closed days, against the plainest way to count them.
class FigureOracleTest {

    private static final Comparator<Event> FIRST =
            Comparator.comparing(Event::received).thenComparing(Event::batch).thenComparing(Event::position);

    private record Event(
            String id, String type, Instant at, String session, String user, Instant received, String batch,
            int position) {

        boolean isError() {
            return type.equals("crash");
        }
    }

    /// Around each zone's change of clocks, or where hours are not whole.
    @ParameterizedTest
    @CsvSource({
        "UTC,2026-01-31T12:00:00Z", "Asia/Kathmandu,2026-01-31T18:20:00Z", "Asia/Kolkata,2026-02-28T18:29:00Z",
        "America/New_York,2026-03-09T03:00:00Z", "Europe/Berlin,2026-03-29T22:30:00Z",
        "Europe/Berlin,2026-10-26T12:00:00Z",
        "Australia/Lord_Howe,2026-04-05T10:00:00Z", "Pacific/Auckland,2026-04-06T01:00:00Z",
        "America/St_Johns,2026-11-02T01:00:00Z"
    })
    void equalThePlainCount(ZoneId zone, Instant now) {
        var random = new Random(zone.hashCode());
        var events = new ArrayList<Event>();
        try (var insights = new TestInsights()) {
            for (int batch = 0; batch < 14; batch++) {
                var received = batch == 13 ? now : now.minusSeconds(random.nextInt(5 * 86_400));
                insights.with(request(random, "b" + batch, received, events));
            }
            assertThat(insights.manifest().marts()).isNotEmpty();

            var winners = winners(events);
            check(insights.ask(Overview.class, zone), winners, zone, now);
            check(insights.ask(Errors.class, zone), winners, zone, now);
        }
    }

    private static TestRequest request(Random random, String batch, Instant received, List<Event> events) {
        var request = TestRequest.of("shop", batch, received);
        for (int position = 0; position < 10; position++) {
            var event = new Event("e" + (random.nextInt(9) * 10 + position),
                    random.nextInt(5) == 0 ? "crash" : "screen_view",
                    timeOf(random, received), "s" + random.nextInt(6), "u" + random.nextInt(3), received, batch,
                    position);
            request.event(event.id, event.type, event.at, event.session, "user_id", event.user);
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
            var identity = event.id + event.isError() + event.at.getEpochSecond() / 3_600;
            winners.merge(identity, event, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
        }
        return List.copyOf(winners.values());
    }

    private static void check(Overview overview, List<Event> winners, ZoneId zone, Instant now) {
        var ranged = winners.stream().filter(inRange(zone, now)).toList();
        assertThat(overview.totalEvents().longValueExact()).isEqualTo(ranged.size());
        assertThat(overview.uniqueSessions()).isEqualTo(distinct(ranged, Event::session));
        assertThat(overview.uniqueUsers()).isEqualTo(distinct(ranged, Event::user));

        var days = ranged.stream().collect(groupingBy(event -> day(event.at, zone).toString()));
        assertThat(overview.days()).hasSize(30).allSatisfy(day -> {
            var events = days.getOrDefault(day.day(), List.of());
            assertThat(day.events().longValueExact()).isEqualTo(events.size());
            assertThat(day.sessions()).isEqualTo(distinct(events, Event::session));
        });

        for (var day : List.of(day(now, zone), day(now, zone).minusDays(1))) {
            var start = day.atStartOfDay(zone).toInstant();
            var end = day.plusDays(1).atStartOfDay(zone).toInstant();
            var sum = overview.hours().stream()
                    .filter(hour -> within(Instant.parse(hour.t().replace("Z", ":00Z")), start, end))
                    .mapToLong(hour -> hour.events().longValueExact()).sum();
            assertThat(sum).isEqualTo(days.getOrDefault(day.toString(), List.of()).size());
        }

        var lastSeen = new TreeMap<Instant, Long>();
        winners.stream().collect(groupingBy(Event::session)).values().stream()
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
        var ranged = winners.stream().filter(Event::isError).filter(inRange(zone, now)).toList();
        assertThat(errors.totalErrors().longValueExact()).isEqualTo(ranged.size());
        var days = ranged.stream().collect(groupingBy(event -> day(event.at, zone).toString(), counting()));
        assertThat(errors.days()).hasSize(30).allSatisfy(
                day -> assertThat(day.events().longValueExact()).isEqualTo(days.getOrDefault(day.day(), 0L)));
    }

    private static Predicate<Event> inRange(ZoneId zone, Instant now) {
        var start = day(now, zone).minusDays(29).atStartOfDay(zone).toInstant();
        var end = day(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return event -> within(event.at, start, end);
    }

    private static boolean within(Instant at, Instant start, Instant end) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static long distinct(List<Event> events, Function<Event, String> id) {
        return events.stream().map(id).distinct().count();
    }
}

package tracenova.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.event.EventType;
import tracenova.event.Json;
import tracenova.event.MixedDoor;
import tracenova.event.Reading;

class DemoAppTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final DemoApp SHOP = new DemoApp(0, NOW, 30, 20_000);
    private static final DemoApp MOBILE = new DemoApp(1, NOW, 30, 20_000);

    @Test
    void sameMomentTellsTheSameStory() {
        assertThat(visits(new DemoApp(0, NOW, 30, 20_000))).isEqualTo(visits(SHOP));
        assertThat(visits(new DemoApp(2, NOW, 30, 20_000))).isNotEqualTo(visits(SHOP));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 100", "30, 12345"})
    void thereAreAsManyEventsAsAskedFor(int days, int count) {
        var events = events(new DemoApp(1, NOW, days, count));

        assertThat(events).hasSize(count);
        assertThat(events.stream().map(event -> event.text("event_id")).distinct()).hasSize(count);
    }

    /// Around midnight in either zone, around a change of the clocks, and at noon.
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T23:00:00Z", "2026-11-21T22:59:59Z", "2026-11-22T05:00:01Z",
        "2026-03-29T01:30:00Z", "2026-10-25T01:00:00Z", "2026-11-21T12:00:00Z"})
    void everyTimeIsKeptAsSent(String now) {
        var until = Instant.parse(now);

        for (var number : List.of(0, 1)) {
            assertThat(events(new DemoApp(number, until, 30, 3_000))).hasSize(3_000)
                    .allMatch(event -> event.at().isBefore(until))
                    .allMatch(event -> event.at().isAfter(until.minus(Duration.ofDays(30).minusMinutes(30))));
        }
    }

    @Test
    void everyEventIsOfTheTypeThatItNames() throws IOException {
        var json = JsonMapper.createDefault();
        for (var event : both()) {
            var text = json.writeValueAsString(event.fields());
            assertThat(MixedDoor.TRACK_BATCH.read(Json.of(text))).as(text).isInstanceOfSatisfying(Reading.Read.class,
                    read -> assertThat(read.events()).singleElement()
                            .matches(view -> view.type() == EventType.named(event.text("type")).orElseThrow()));
        }
    }

    @Test
    void nearlyEveryTypeOccurs() {
        assertThat(count(both().stream(), event -> event.text("type"))).hasSizeGreaterThan(22)
                .containsKeys("page_view", "screen_view", "funnel_step", "crash", "module_health", "network_event");
    }

    @Test
    void daysHaveTheirNightsAndWeeksTheirWeekends() {
        for (var app : List.of(SHOP, MOBILE)) {
            var zone = app.kind().timeZone();
            var hours = count(events(app).stream(), event -> event.at().atZone(zone).getHour());
            var byDay = count(events(app).stream(), event -> LocalDate.ofInstant(event.at(), zone));

            assertThat(hours.get(20)).isGreaterThan(10 * hours.get(3));
            assertThat(byDay).hasSize(30);
            assertThat(mean(byDay, DayOfWeek.SUNDAY)).isGreaterThan(1.1 * mean(byDay, DayOfWeek.WEDNESDAY));
        }
    }

    @Test
    void peopleComeBackAndNewOnesCome() {
        var days = new HashMap<String, Set<LocalDate>>();
        sessions(SHOP).values().forEach(session -> days
                .computeIfAbsent(session.getFirst().text("visitor_id"), _ -> new HashSet<>())
                .add(LocalDate.ofInstant(session.getFirst().at(), SHOP.kind().timeZone())));

        assertThat(share(days.values(), visited -> visited.size() > 1)).isBetween(0.3, 0.8);
        assertThat(share(days.values(), visited -> visited.stream().allMatch(day -> day.isAfter(LocalDate.ofInstant(
                NOW, SHOP.kind().timeZone()).minusDays(10))))).isGreaterThan(0.1);
    }

    @Test
    void fewerReachEachStepOfTheFunnel() {
        for (var app : List.of(SHOP, MOBILE)) {
            var steps = count(events(app).stream().filter(event -> event.text("type").equals("funnel_step")),
                    event -> event.text("step_key"));
            var reached = Checkout.STEPS.stream().map(steps::get).toList();

            assertThat(reached).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(reached.getLast().doubleValue()).isBetween(0.2 * reached.getFirst(), 0.6 * reached.getFirst());
        }
    }

    @Test
    void theSecondReleaseWasABadOne() {
        var sessions = sessions(SHOP).values();
        var errors = sessions.stream().filter(DemoAppTest::hasError).toList();
        var all = count(sessions.stream(), session -> String.valueOf(session.getFirst().text("release")));
        var errored = count(errors.stream(), session -> session.getFirst().text("release"));

        assertThat(errored.get("shop-web@4.17.0") * 1.0 / all.get("shop-web@4.17.0"))
                .isGreaterThan(1.8 * errored.get("shop-web@4.18.1") / all.get("shop-web@4.18.1"));
        assertThat(both()).filteredOn(event -> event.text("type").equals("error"))
                .allMatch(event -> event.text("stack_trace").contains("\n    at "));
    }

    @Test
    void moneyComesInTwoCurrenciesAndSomePaymentsFail() {
        assertThat(both().stream().filter(event -> "payment_completed".equals(event.text("event_type")))
                .map(event -> ((Map<?, ?>) event.fields().get("payload")).get("currency")).collect(Collectors.toSet()))
                .isEqualTo(Set.of("EUR", "USD"));
        assertThat(both()).filteredOn(event -> "failed_payment".equals(event.text("impact_type"))).isNotEmpty();
    }

    @Test
    void phonesWithoutNetworkSendLater() {
        var visits = visits(MOBILE);

        assertThat(visits).anyMatch(visit -> visit.sentAt()
                .isAfter(visit.events().getLast().at().plus(Duration.ofMinutes(50))));
    }

    private static List<DemoEvent> both() {
        return Stream.of(SHOP, MOBILE).flatMap(app -> events(app).stream()).toList();
    }

    private static List<Visit> visits(DemoApp app) {
        var visits = new ArrayList<Visit>();
        app.play(visits::add);
        return visits.stream().filter(visit -> !visit.events().isEmpty()).toList();
    }

    private static List<DemoEvent> events(DemoApp app) {
        return visits(app).stream().flatMap(visit -> visit.events().stream()).toList();
    }

    private static Map<String, List<DemoEvent>> sessions(DemoApp app) {
        return events(app).stream().filter(event -> event.text("session_id") != null)
                .collect(Collectors.groupingBy(event -> event.text("session_id")));
    }

    private static boolean hasError(List<DemoEvent> session) {
        return session.stream().anyMatch(event -> event.text("type").equals("error"));
    }

    private static <T, K> Map<K, Long> count(Stream<T> things, Function<T, K> key) {
        return things.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static double mean(Map<LocalDate, Long> byDay, DayOfWeek weekday) {
        return byDay.entrySet().stream().filter(day -> day.getKey().getDayOfWeek() == weekday)
                .mapToLong(Map.Entry::getValue).average().orElseThrow();
    }

    private static <T> double share(Iterable<T> things, Predicate<T> which) {
        var all = new ArrayList<T>();
        things.forEach(all::add);
        return (double) all.stream().filter(which).count() / all.size();
    }
}

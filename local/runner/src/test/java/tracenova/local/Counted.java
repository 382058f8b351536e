package tracenova.local;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tracenova.local.demo.DemoEvent;

/// The figures of an overview, counted one event at a time: nothing of the product is asked.
final class Counted {

    private static final Set<String> ERRORS = Set.of("error", "crash", "api_error", "db_error");
    private static final Set<String> GRADED = Set.of("error", "crash", "api_error", "db_error", "alert");
    private static final Set<String> GRAVE = Set.of("error", "critical");
    private static final Set<String> VIEWS = Set.of("page_view", "screen_view");
    private static final Set<String> INTERACTIONS = Set.of("user_action", "feature_usage", "business_event",
            "funnel_step", "journey_step", "custom");
    private static final Duration BOUNCE = Duration.ofSeconds(10);

    final Map<String, Integer> types = new TreeMap<>();
    final Map<String, Integer> severities = new TreeMap<>();
    private final Set<String> users = new HashSet<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private int events;
    private int errors;

    private static final class Session {
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
        private Duration ended;
        private int views;
        private int interactions;
        private int failures;

        private Duration lasted() {
            return ended == null ? Duration.between(first, last) : ended;
        }

        private boolean isBounce() {
            return views == 1 && interactions == 0 && lasted().compareTo(BOUNCE) < 0;
        }
    }

    static Counted of(List<DemoEvent> events) {
        var counted = new Counted();
        events.forEach(counted::add);
        return counted;
    }

    private void add(DemoEvent event) {
        var type = event.text("type");
        events++;
        types.merge(type, 1, Integer::sum);
        if (ERRORS.contains(type)) {
            errors++;
            severities.merge(severity(event), 1, Integer::sum);
        }
        if (event.text("user_id") != null) {
            users.add(event.text("user_id"));
        }
        if (event.text("session_id") != null) {
            add(event, type, sessions.computeIfAbsent(event.text("session_id"), _ -> new Session()));
        }
    }

    private static void add(DemoEvent event, String type, Session session) {
        session.first = event.at().isBefore(session.first) ? event.at() : session.first;
        session.last = event.at().isAfter(session.last) ? event.at() : session.last;
        if (type.equals("session_end")) {
            session.ended = Duration.ofSeconds(((Number) event.fields().get("duration_seconds")).longValue());
        }
        session.views += VIEWS.contains(type) ? 1 : 0;
        session.interactions += INTERACTIONS.contains(type) ? 1 : 0;
        session.failures += GRADED.contains(type) && GRAVE.contains(severity(event)) ? 1 : 0;
    }

    private static String severity(DemoEvent event) {
        return switch (event.text("type")) {
            case "crash" -> "critical";
            case "api_error" -> (int) event.fields().get("status_code") < 500 ? "warning" : "error";
            default -> event.text("severity") == null ? "" : event.text("severity");
        };
    }

    /// By the names that the dashboard's cards have for them; percentages as they are written.
    Map<String, String> figures() {
        var figures = new TreeMap<String, String>();
        figures.put("events", String.valueOf(events));
        figures.put("sessions", String.valueOf(sessions.size()));
        figures.put("users", String.valueOf(users.size()));
        figures.put("errors", String.valueOf(errors));
        var micros = sessions.values().stream().mapToLong(session -> session.lasted().toNanos() / 1_000).sum();
        figures.put("duration", String.valueOf(Math.round(micros / 1_000.0 / sessions.size())));
        figures.put("error_rate", percent(share(_ -> true, session -> session.failures > 0)));
        figures.put("bounce_rate", percent(share(session -> session.views > 0, Session::isBounce)));
        return figures;
    }

    /// Sessions heard of in the 30 minutes before that moment, to the minute.
    long activeAt(Instant now) {
        var since = now.minus(Duration.ofMinutes(30));
        return sessions.values().stream().map(session -> session.last.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60))
                .filter(since::isBefore).count();
    }

    /// How many events, sessions or users there are from each of these moments until the next.
    static List<Integer> series(List<DemoEvent> events, List<Instant> starts, String figure) {
        var counted = new TreeMap<Instant, Set<Object>>();
        starts.forEach(start -> counted.put(start, new HashSet<>()));
        for (var event : events) {
            var point = counted.floorEntry(event.at());
            var counts = switch (figure) {
                case "events" -> event;
                case "sessions" -> event.text("session_id");
                default -> event.text("user_id");
            };
            if (counts != null && point != null) point.getValue().add(counts);
        }
        return counted.values().stream().map(Set::size).toList();
    }

    private double share(Predicate<Session> among, Predicate<Session> which) {
        var all = sessions.values().stream().filter(among).toList();
        return (double) all.stream().filter(which).count() / all.size();
    }

    private static String percent(double share) {
        return "%.1f".formatted(Math.floor(share * 1_000 + 0.5) / 10);
    }
}

package tracenova.normalise;

import java.util.OptionalDouble;
import tracenova.event.Column;
import tracenova.event.EventType;
import tracenova.event.EventView;
import tracenova.event.Json;

/// How long something took, in milliseconds whatever the source's unit.
final class Durations {

    private static final double MILLIS = 1_000;

    private Durations() {}

    static OptionalDouble of(EventView view) {
        var duration = view.type() == EventType.PERFORMANCE_METRIC ? ofMetric(view) : view.number(Column.DURATION_MS);
        boolean impossible = view.type() == EventType.SESSION_END && Doubts.isLongerThanItself(view);
        return duration.isPresent() && duration.getAsDouble() >= 0 && !impossible ? duration : OptionalDouble.empty();
    }

    /// Sessions are measured in seconds and loads in milliseconds, unless the metric says otherwise.
    private static OptionalDouble ofMetric(EventView view) {
        var value = view.number(Column.VALUE);
        var unit = view.text(Column.UNIT).orElseGet(() -> switch (metricType(view)) {
            case "screen_load", "api_response" -> "ms";
            case "session_duration" -> "s";
            default -> "";
        });
        if (value.isEmpty() || unit.isEmpty()) {
            return OptionalDouble.empty();
        }
        return unit.equals("s") ? OptionalDouble.of(value.getAsDouble() * MILLIS) : value;
    }

    static String metricType(EventView view) {
        return view.field("metric_type").filter(type -> type.is(Json.Kind.STRING)).map(Json::string).orElse("");
    }
}

package tracenova.normalise;

import java.util.Optional;
import java.util.OptionalDouble;
import tracenova.event.Column;
import tracenova.event.EventType;
import tracenova.event.EventView;
import tracenova.event.Json;

/// Whether an event was slow (Q-16, D26): as the client says, else by the threshold it sent (`own`), else by our
/// default. An app's own threshold is applied by whoever reads the lake, where nothing was sent.
record Slowness(Optional<Boolean> sent, OptionalDouble threshold, boolean own, OptionalDouble value) {

    private static final OptionalDouble API_MS = OptionalDouble.of(500);
    private static final OptionalDouble QUERY_MS = OptionalDouble.of(1_000);
    private static final OptionalDouble NONE = OptionalDouble.empty();

    static Slowness of(EventView view) {
        return switch (view.type()) {
            case PERFORMANCE_METRIC -> ofMetric(view);
            case API_PERFORMANCE ->
                    new Slowness(flag(view.event().get("is_slow")), API_MS, false, view.number(Column.DURATION_MS));
            case DATABASE_PERFORMANCE ->
                    new Slowness(flag(view.field("slow_query")), QUERY_MS, false, view.number(Column.DURATION_MS));
            default -> new Slowness(Optional.empty(), NONE, false, NONE);
        };
    }

    /// A threshold that was sent has the unit of the value.
    private static Slowness ofMetric(EventView view) {
        var sent = flag(view.field("is_slow"));
        var threshold = view.field("threshold").filter(value -> value.is(Json.Kind.NUMBER));
        if (threshold.isPresent()) {
            var own = OptionalDouble.of(threshold.get().number());
            return new Slowness(sent, own, true, view.number(Column.VALUE));
        }
        boolean api = Durations.metricType(view).equals("api_response");
        return new Slowness(sent, api ? API_MS : NONE, false, Durations.of(view));
    }

    private static Optional<Boolean> flag(Optional<Json> value) {
        return value.filter(flag -> flag.is(Json.Kind.BOOLEAN)).map(Json::isTrue);
    }

    /// By the threshold; slow is above it, not on it.
    Optional<Boolean> computed() {
        return threshold.isPresent() && value.isPresent()
                ? Optional.of(value.getAsDouble() > threshold.getAsDouble())
                : Optional.empty();
    }

    boolean isMismatch() {
        return own && sent.isPresent() && computed().isPresent() && !sent.equals(computed());
    }
}

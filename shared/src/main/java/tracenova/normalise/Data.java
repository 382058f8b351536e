package tracenova.normalise;

import java.util.List;
import tracenova.event.EventView;
import tracenova.event.Json;

/// The row's `data`: everything that is in no column, as sent, digit for digit.
final class Data {

    private static final String PROPERTIES = "properties";

    private Data() {}

    /// `unusable` are values whose column could not use them. Where a flag was computed, `is_slow_threshold` says
    /// by what.
    static String of(EventView view, List<Json> unusable, Slowness slowness) {
        var rest = view.rest();
        var data = new JsonLine();
        properties(view, rest, data);
        for (var member : rest) {
            data.raw(member.name(), member.value().text());
        }
        for (var member : view.event().members()) {
            if (holds(unusable, member.value())) {
                data.raw(member.name(), member.value().text());
            }
        }
        isSlow(rest, slowness, data);
        return data.isEmpty() ? null : data.end();
    }

    /// The free data of all sources under one name; under its own where the event has a field of that name beside.
    private static void properties(EventView view, List<Json.Member> rest, JsonLine data) {
        var free = view.properties();
        if (free.isPresent()) {
            boolean taken = rest.stream().anyMatch(member -> member.name().equals(PROPERTIES));
            data.raw(taken ? nameOf(view, free.get()) : PROPERTIES, free.get().text());
        }
    }

    private static String nameOf(EventView view, Json value) {
        return view.event().members().stream()
                .filter(member -> member.value() == value)
                .map(Json.Member::name)
                .findFirst()
                .orElse(PROPERTIES);
    }

    private static void isSlow(List<Json.Member> rest, Slowness slowness, JsonLine data) {
        boolean said = rest.stream().anyMatch(member -> member.name().equals("is_slow"));
        if (said) {
            return;
        }
        if (slowness.sent().isPresent()) {
            data.flag("is_slow", slowness.sent().get());
        } else if (slowness.computed().isPresent()) {
            data.flag("is_slow", slowness.computed().get());
            data.number("is_slow_threshold", slowness.threshold().getAsDouble());
        }
    }

    private static boolean holds(List<Json> values, Json value) {
        for (var held : values) {
            if (held == value) {
                return true;
            }
        }
        return false;
    }
}

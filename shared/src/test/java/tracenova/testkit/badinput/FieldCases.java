package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.accepted;
import static tracenova.testkit.badinput.Expected.invalid;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracenova.event.EventType;
import tracenova.event.Field;
import tracenova.event.Field.Kind;
import tracenova.event.Json;
import tracenova.testkit.Examples;

/// B065 to B080: every field of every event type, on the documented example of its path.
final class FieldCases {

    private final Keys keys;
    private final Cases cases;

    FieldCases(Cases cases) {
        this.cases = cases;
        this.keys = cases.keys;
    }

    void add() {
        for (var type : EventType.values()) {
            if (!type.path().isEmpty()) {
                var fields = type.fields().stream().filter(field -> !field.isInPayload()).toList();
                fields.forEach(field -> missing(type, field));
                fields.forEach(field -> wrongType(type, field));
                fields.forEach(field -> list(type, field));
                fields.forEach(field -> range(type, field));
            }
        }
    }

    private void missing(EventType type, Field field) {
        if (field.isRequired()) {
            var required = invalid("required", "/" + field.name());
            add("B065", type, event(type, field.name(), ""), required);
            add("B066", type, event(type, field.name(), "null"), required);
        } else if (!field.name().equals("funnel_slug")) {
            // Examples show personal data too, which is stored masked: only the answer is compared.
            add("B067", type, event(type, field.name(), "null"), accepted());
        }
    }

    private void wrongType(EventType type, Field field) {
        var wrong = switch (field.kind()) {
            case TEXT, TEXT_ID -> List.of("5", "true", "[]", "{}");
            case ID -> List.of("4.2", "1e3", "true", "[]", "{}");
            case NUMBER, INTEGER -> List.of("\"12\"", "\"\"", "true", "[]", "{}");
            case FLAG -> List.of("\"true\"", "1", "\"yes\"", "[]");
            case OBJECT -> List.of("\"x\"", "[]", "5");
            case ARRAY -> List.of("\"x\"", "{}", "5");
            case TIME, DATE -> List.of("1763632800", "\"now\"", "\"\"", "true", "{}");
            case ANY -> List.<String>of();
        };
        var time = field.kind() == Kind.TIME || field.kind() == Kind.DATE;
        for (var value : wrong) {
            add("B068-B071", type, event(type, field.name(), value),
                    invalid(time ? "invalid_time" : "wrong_type", "/" + field.name()));
        }
    }

    private void list(EventType type, Field field) {
        if (field.values().isEmpty()) {
            return;
        }
        for (var value : List.of(" " + field.values().getFirst(), "", "no such value", "\u0130")) {
            add("B072", type, event(type, field.name(), Json.ofText(value).text()),
                    invalid("unknown_value", "/" + field.name()));
        }
        add("B072", type, event(type, field.name(), "0"), invalid("wrong_type", "/" + field.name()));
    }

    private void range(EventType type, Field field) {
        if (field.kind() != Kind.NUMBER && field.kind() != Kind.INTEGER || field.min() == Double.NEGATIVE_INFINITY) {
            return;
        }
        var beyond = field.max() == Double.POSITIVE_INFINITY ? List.of("-1") : List.of("-1", "1e9");
        for (var value : beyond) {
            add("B076-B082", type, event(type, field.name(), value), invalid("out_of_range", "/" + field.name()));
        }
    }

    /// The example with another value of one member; empty for none.
    private String event(EventType type, String name, String value) {
        var members = Stream.concat(
                Json.of(Examples.body(type)).members().stream()
                        .filter(member -> !member.name().equals(name) && !member.name().equals("event_id"))
                        .map(member -> member(member.name(), member.value().text())),
                value.isEmpty() ? Stream.of() : Stream.of(member(name, value)));
        return "{" + Stream.concat(Stream.of(member("event_id", "\"" + cases.id("field") + "\"")), members)
                .collect(Collectors.joining(",")) + "}";
    }

    private static String member(String name, String value) {
        return Json.ofText(name).text() + ":" + value;
    }

    private void add(String id, EventType type, String body, Expected expected) {
        cases.add(id + "-" + type, Wire.post(type.path(), keys.live(), body), expected);
    }
}

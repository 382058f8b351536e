package tracenova.management;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tracenova.event.Code;
import tracenova.event.Json;
import tracenova.ingest.Problem.EventError;
import tracenova.ingest.Shown;

/// Reads an object field by field. What nobody asked for is refused, and everything that is wrong is told at once:
/// a field that is wrong is read as `null`, and [#read] throws before anyone sees it.
final class Fields {

    private final Json object;
    private final Set<String> known = new HashSet<>();
    private final List<EventError> errors = new ArrayList<>();

    private Fields(Json object) {
        this.object = object;
    }

    static <T> T read(Json value, Function<Fields, T> reader) {
        if (!value.is(Json.Kind.OBJECT)) {
            throw new Invalid(Code.WRONG_TYPE, "expected an object");
        }
        var fields = new Fields(value);
        var read = reader.apply(fields);
        fields.refuseUnknown();
        if (!fields.errors.isEmpty()) {
            throw new Invalid(fields.errors);
        }
        return read;
    }

    /// `null` where it is missing or wrong.
    <T> T required(String name, Form<T> form) {
        if (object.get(name).isEmpty()) {
            known.add(name);
            errors.add(new EventError(null, "/" + name, Code.REQUIRED.toString(), "this field is required"));
            return null;
        }
        return optional(name, form).orElse(null);
    }

    <T> Optional<T> optional(String name, Form<T> form) {
        known.add(name);
        try {
            return object.get(name).map(form::read);
        } catch (Invalid e) {
            errors.addAll(e.below(name));
            return Optional.empty();
        }
    }

    private void refuseUnknown() {
        for (var member : object.members()) {
            if (!known.contains(member.name())) {
                var pointer = "/" + member.name().replace("~", "~0").replace("/", "~1");
                errors.add(new EventError(null, Shown.atMost(Shown.ECHO, pointer), Code.UNKNOWN_FIELD.toString(),
                        "no such field here"));
            }
        }
    }
}

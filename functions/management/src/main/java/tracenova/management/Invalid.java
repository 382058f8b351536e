package tracenova.management;

import java.util.List;
import tracenova.event.Code;
import tracenova.ingest.Problem.EventError;

/// What is wrong with a value, each thing with its place (RFC 6901) from there.
final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<EventError> errors;

    Invalid(List<EventError> errors) {
        super("not valid", null, false, false);
        this.errors = List.copyOf(errors);
    }

    Invalid(Code code, String detail) {
        this(List.of(new EventError(null, "", code.toString(), detail)));
    }

    List<EventError> errors() {
        return errors;
    }

    /// The same, seen from one level above.
    List<EventError> below(String name) {
        return errors.stream()
                .map(error -> new EventError(null, "/" + name + error.pointer(), error.code(), error.detail()))
                .toList();
    }
}

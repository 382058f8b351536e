package tracenova.ingest;

import java.util.List;
import java.util.Map;

/// Why a request was refused as a whole: an RFC 9457 problem and the headers that belong to it.
public record Problem(ProblemType type, String detail, List<EventError> errors, Map<String, String> headers) {

    /// One thing that is wrong with one event; `index` is absent where it is about the document.
    public record EventError(Integer index, String pointer, String code, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    public Problem with(String header, String value) {
        return new Problem(type, detail, errors, Map.of(header, value));
    }

    public Problem about(EventError error) {
        return about(List.of(error));
    }

    public Problem about(List<EventError> errors) {
        return new Problem(type, detail, errors, headers);
    }
}

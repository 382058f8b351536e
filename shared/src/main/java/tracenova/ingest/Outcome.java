package tracenova.ingest;

import tracenova.event.Code;

/// What became of one event of a request; every event ends in exactly one.
public sealed interface Outcome {

    int index();

    String eventId();

    /// In the table by this request.
    record Accepted(int index, String eventId) implements Outcome {}

    /// In the table before, or earlier in this request.
    record Duplicate(int index, String eventId) implements Outcome {}

    /// Not stored, and why. `pointer` is from the root of the body.
    record Rejected(int index, String eventId, Code code, String pointer, String detail) implements Outcome {}
}

package tracenova.lake;

/// What reading an object under a condition came to.
public sealed interface Read {

    record Found(Stored stored) implements Read {}

    /// It still has the ETag that we know.
    record Unchanged() implements Read {}

    record Absent() implements Read {}
}

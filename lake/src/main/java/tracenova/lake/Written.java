package tracenova.lake;

/// What a conditional put came to.
public sealed interface Written {

    /// Our bytes are there, by this attempt or an earlier one of ours.
    record Ours(String etag) implements Written {}

    /// Somebody else was first.
    record Lost() implements Written {}
}

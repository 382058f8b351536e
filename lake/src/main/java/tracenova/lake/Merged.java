package tracenova.lake;

/// What merging some inbox objects into an app's lake came to.
public sealed interface Merged {

    /// The manifest moved; so many objects could not be read and now lie aside.
    record Moved(Manifest before, Manifest after, int setAside) implements Merged {}

    /// Everything was there already.
    record Unchanged() implements Merged {}

    /// Other runs were first, again and again.
    record Beaten() implements Merged {}

    /// This run is too old to commit anything (X9).
    record TooLate() implements Merged {}
}

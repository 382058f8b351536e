package tracenova.event;

import java.util.Optional;

/// What may be an id: text of 1 to 200 characters, some of it visible, or a JSON integer.
public final class Ids {

    private static final Field ANY_ID = Field.id("id");

    private Ids() {}

    /// What is wrong with an id that stands outside an event, if anything.
    public static Optional<Violation> check(Json value, String pointer) {
        return Optional.ofNullable(FieldCheck.of(ANY_ID, new Json.Member("", value), false))
                .map(wrong -> new Violation(wrong.code(), pointer, wrong.detail()));
    }
}

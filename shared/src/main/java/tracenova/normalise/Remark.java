package tracenova.normalise;

import java.util.Locale;

/// What is doubtful about an accepted event, and what it costs (D21).
public enum Remark {
    NOT_IDEMPOTENT(2),
    NO_TIME(5),
    NO_PERSON(5),
    NO_SESSION(5),
    MASKED(5),
    SCRUB_FAILED(5),
    REPAIRED(5),
    ADJUSTED(15),
    NOT_IN_SCHEMA(10),
    SLOW_MISMATCH(10),
    ID_PATTERN(30),
    BAD_REFERENCE(20),
    CONTRADICTION(30);

    private final int minus;
    private final String word = name().toLowerCase(Locale.ROOT);

    Remark(int minus) {
        this.minus = minus;
    }

    int minus() {
        return minus;
    }

    /// Whether an event with it is `INVALID` whatever its score.
    boolean isInvalid() {
        return switch (this) {
            case ID_PATTERN, BAD_REFERENCE, CONTRADICTION -> true;
            case NOT_IDEMPOTENT, NO_TIME, NO_PERSON, NO_SESSION, MASKED, SCRUB_FAILED, REPAIRED, ADJUSTED,
                    NOT_IN_SCHEMA, SLOW_MISMATCH -> false;
        };
    }

    /// The word in the chunk and in the lake: `no_time`.
    @Override
    public String toString() {
        return word;
    }
}

package tracenova.event;

import java.util.Locale;

/// Why a document or an event is refused: a closed list that clients may switch on.
public enum Code {
    DUPLICATE_NAME,
    TOO_DEEP,
    NUMBER,
    NAME_TOO_LONG,
    ENCODING,
    EMPTY,
    TRAILING,
    SYNTAX,
    REQUIRED,
    BLANK,
    WRONG_TYPE,
    NOT_INTEGER,
    OUT_OF_RANGE,
    UNKNOWN_VALUE,
    UNKNOWN_FIELD,
    UNKNOWN_TYPE,
    UNKNOWN_REFERENCE,
    INVALID_TIME,
    INVALID_ID,
    EVENT_TOO_LARGE,
    TRACKING_DISABLED,
    CONFLICT,
    EMPTY_BATCH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

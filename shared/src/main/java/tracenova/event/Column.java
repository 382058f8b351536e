package tracenova.event;

import java.util.Locale;

/// The lake's columns that a client's field can fill.
public enum Column {
    EVENT_ID,
    OCCURRED_AT,
    SESSION_ID,
    VISITOR_ID,
    USER_ID,
    USER_ROLE,
    NAME,
    URL,
    PATH,
    SCREEN,
    RELEASE,
    ENVIRONMENT,
    COUNTRY,
    REGION,
    CITY,
    SAMPLE_RATE,
    VALUE,
    UNIT,
    DURATION_MS,
    SUCCESS,
    SEVERITY,
    STATUS_CODE,
    AMOUNT,
    CURRENCY;

    private final String text = name().toLowerCase(Locale.ROOT);

    /// Who and which: in mixed bodies these are read from the event itself only, whatever its type, because
    /// keys are built from them before anything is judged.
    boolean isIdentity() {
        return this == EVENT_ID || this == SESSION_ID || this == VISITOR_ID || this == USER_ID;
    }

    /// The column's name in the lake.
    @Override
    public String toString() {
        return text;
    }
}

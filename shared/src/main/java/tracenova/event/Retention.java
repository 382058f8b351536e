package tracenova.event;

import java.util.Locale;

/// How long an event stays in the lake: activity 90 days, errors one year. Also the lake's folder.
public enum Retention {
    ACTIVITY,
    ERRORS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

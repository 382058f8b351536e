package tracenova.event;

import java.util.Locale;

/// What an app can switch off as a whole; each event type belongs to one.
public enum Area {
    ANALYTICS,
    APM,
    CRASH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

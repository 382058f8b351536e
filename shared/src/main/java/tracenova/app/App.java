package tracenova.app;

import java.time.Instant;
import java.time.ZoneId;

/// What is tracked and what it lets in, as the list of apps knows it. `settings` grows with every change.
public record App(AppId id, String workspace, String name, String platform, ZoneId timeZone, String currency,
        Instant created, long settings, Switches switches) {

    /// The same app by another name, on another platform, and so on.
    public App changed(String name, String platform, ZoneId timeZone, String currency, Switches switches) {
        return new App(id, workspace, name, platform, timeZone, currency, created, settings + 1, switches);
    }

    /// The same app, which lets in something else.
    public App changed(Switches switches) {
        return changed(name, platform, timeZone, currency, switches);
    }
}

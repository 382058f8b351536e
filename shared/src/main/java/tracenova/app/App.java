package tracenova.app;

import java.time.Instant;
import java.time.ZoneId;

/// What is tracked, as the list of apps knows it. `settings` grows with every change that a figure depends on.
public record App(AppId id, String workspace, String name, String platform, ZoneId timeZone, String currency,
        Instant created, long settings) {

    /// The same app by another name, on another platform, and so on.
    public App changed(String name, String platform, ZoneId timeZone, String currency) {
        return new App(id, workspace, name, platform, timeZone, currency, created, settings + 1);
    }
}

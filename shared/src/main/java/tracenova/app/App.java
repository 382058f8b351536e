package tracenova.app;

import java.time.Instant;
import java.time.ZoneId;

/// What is tracked, as the list of apps knows it. `settings` grows with every change that a figure depends on.
public record App(AppId id, String workspace, String name, String platform, ZoneId timeZone, String currency,
        Instant created, long settings) {}

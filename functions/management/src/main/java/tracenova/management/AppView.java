package tracenova.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Set;
import tracenova.app.App;

/// An app as it is answered; `apiKey` only where it has just been made.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppView(String id, String name, String platform, String timeZone, String currency, boolean trackingEnabled,
        Areas areas, String createdAt, @Nullable String apiKey) {

    /// Which kinds of events are let in.
    @Serdeable
    record Areas(boolean analytics, boolean apm, boolean crash) {

        static Areas of(Set<String> off) {
            return new Areas(!off.contains("analytics"), !off.contains("apm"), !off.contains("crash"));
        }
    }

    static AppView of(App app) {
        return new AppView(app.id().value(), app.name(), app.platform(), app.timeZone().getId(), app.currency(),
                app.switches().tracking(), Areas.of(app.switches().areasOff()), app.created().toString(), null);
    }

    AppView with(String apiKey) {
        return new AppView(id, name, platform, timeZone, currency, trackingEnabled, areas, createdAt, apiKey);
    }
}

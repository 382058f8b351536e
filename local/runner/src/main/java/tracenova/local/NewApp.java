package tracenova.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tracenova.app.Apps;

/// What `/_local/apps` makes an app of; funnels by slug, each with the keys of its steps.
@Serdeable(naming = SnakeCaseStrategy.class)
record NewApp(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String platform,
        @JsonProperty(required = true) ZoneId timeZone,
        @JsonProperty(required = true) String currency,
        @JsonProperty(required = true) Map<String, List<String>> funnels) {

    /// Makes it, with a first key.
    Made in(Apps apps, String workspace) {
        var app = apps.create(workspace, name, platform, timeZone, currency);
        funnels.forEach((slug, steps) -> apps.defineFunnel(app, slug, steps));
        return new Made(app.id().value(), apps.issueKey(app).text());
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Made(String app, String apiKey) {}
}

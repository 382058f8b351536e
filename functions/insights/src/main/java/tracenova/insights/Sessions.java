package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/// The newest sessions of the last 30 days, newest first: at most a thousand of `total`.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sessions(String timeZone, List<Item> items, long total, boolean truncated, String dataThrough) {

    /// One session, by its events of these days. Who, where and with what: as last known. A platform is an operating
    /// system.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String sessionId,
            @Nullable String userId,
            @Nullable String visitorId,
            @Nullable String userRole,
            String startedAt,
            String lastAt,
            long durationMs,
            long events,
            long errors,
            long views,
            @Nullable String screen,
            @Nullable String release,
            @Nullable String platform,
            @Nullable String device,
            @Nullable String country) {}

    public Sessions {
        items = items == null ? List.of() : items;
    }
}

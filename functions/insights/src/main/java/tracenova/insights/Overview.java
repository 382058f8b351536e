package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.util.List;

/// What happened in the last 30 days. From `lastSeen` a reader counts the sessions active at any later moment.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Overview(
        Range range,
        BigDecimal totalEvents,
        boolean estimated,
        long uniqueSessions,
        long uniqueUsers,
        long uniqueVisitors,
        List<TypeCount> eventsByType,
        List<HourPoint> hours,
        List<DayPoint> days,
        List<LastSeen> lastSeen,
        String dataThrough) {

    /// `name` only of custom events.
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TypeCount(String type, @Nullable String name, BigDecimal events) {

        public TypeCount {
            events = Weight.of(events);
        }
    }

    /// An hour of yesterday or today, by the instant of its start.
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record HourPoint(String t, BigDecimal events, long sessions, long users) {

        public HourPoint {
            events = Weight.of(events);
        }
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record DayPoint(String day, BigDecimal events, long sessions, long users, long visitors) {

        public DayPoint {
            events = Weight.of(events);
        }
    }

    /// How many sessions were last heard of in this minute.
    @Serdeable
    public record LastSeen(String minute, long sessions) {}

    public Overview {
        totalEvents = Weight.of(totalEvents);
        eventsByType = eventsByType == null ? List.of() : eventsByType;
        lastSeen = lastSeen == null ? List.of() : lastSeen;
    }
}

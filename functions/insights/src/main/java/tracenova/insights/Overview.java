package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.util.List;

/// What happened in a range: 24 hours and the running one, or 7, 30 or 90 days with the running one; D2, D3, D26, D28.
/// From `lastSeen` a reader counts the sessions active at any later moment.
///
/// @param previous as long, just before; absent where the lake does not go back that far
/// @param errorRate share of the sessions with an event of severity error or critical; no value without sessions
/// @param sessionDurationMs mean of what lies in the range
/// @param bounceRate share of the sessions with a view; no value without such
/// @param hours of the range where it is counted by the hour, else from yesterday's first on; the last one still runs
/// @param days of the range where it is counted by the day; the last one still runs
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Overview(
        Range range,
        @Nullable Previous previous,
        BigDecimal totalEvents,
        boolean estimated,
        long uniqueSessions,
        long uniqueUsers,
        long uniqueVisitors,
        BigDecimal totalErrors,
        @Nullable Double errorRate,
        @Nullable Long sessionDurationMs,
        @Nullable Double bounceRate,
        List<TypeCount> eventsByType,
        List<SeverityCount> errorsBySeverity,
        List<HourPoint> hours,
        List<DayPoint> days,
        List<LastSeen> lastSeen,
        String dataThrough) {

    /// The same of the period before, up to the moment in it at which the running period stands, in full quarters of
    /// an hour; its rates are of the sessions that were there by then, with all they did in the point that it lies in.
    ///
    /// @param until that moment
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Previous(
            String from,
            String to,
            String until,
            BigDecimal totalEvents,
            long uniqueSessions,
            long uniqueUsers,
            long uniqueVisitors,
            BigDecimal totalErrors,
            @Nullable Double errorRate,
            @Nullable Long sessionDurationMs,
            @Nullable Double bounceRate,
            List<HourPoint> hours,
            List<DayPoint> days) {

        public Previous {
            totalEvents = Weight.of(totalEvents);
            totalErrors = Weight.of(totalErrors);
            hours = hours == null ? List.of() : hours;
            days = days == null ? List.of() : days;
        }
    }

    /// `name` only of custom events.
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TypeCount(String type, @Nullable String name, BigDecimal events) {

        public TypeCount {
            events = Weight.of(events);
        }
    }

    @Serdeable
    public record SeverityCount(String severity, BigDecimal events) {

        public SeverityCount {
            events = Weight.of(events);
        }
    }

    /// An hour, by the instant of its start.
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record HourPoint(String t, BigDecimal events, long sessions, long users, BigDecimal errors) {

        public HourPoint {
            events = Weight.of(events);
            errors = Weight.of(errors);
        }
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record DayPoint(
            String day, BigDecimal events, long sessions, long users, long visitors, BigDecimal errors) {

        public DayPoint {
            events = Weight.of(events);
            errors = Weight.of(errors);
        }
    }

    /// How many sessions were last heard of in this minute.
    @Serdeable
    public record LastSeen(String minute, long sessions) {}

    public Overview {
        totalEvents = Weight.of(totalEvents);
        totalErrors = Weight.of(totalErrors);
        eventsByType = eventsByType == null ? List.of() : eventsByType;
        errorsBySeverity = errorsBySeverity == null ? List.of() : errorsBySeverity;
        hours = hours == null ? List.of() : hours;
        days = days == null ? List.of() : days;
        lastSeen = lastSeen == null ? List.of() : lastSeen;
    }
}

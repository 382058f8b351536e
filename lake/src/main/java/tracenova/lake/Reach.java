package tracenova.lake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.StringJoiner;

/// How far back a reader looks at a lake, and as whose clock.
///
/// @param since the first UTC day
/// @param inDetail the UTC day from which on people are told apart by quarters of an hour, before it by local days
public record Reach(ZoneId zone, LocalDate since, LocalDate inDetail) {

    /// The times of equal distance from UTC up to this one, as JSON: `[{"since":…,"until":…,"minutes":60}]`.
    String offsets(Instant until) {
        var json = new StringJoiner(",", "[", "]");
        for (var from = since.atStartOfDay(ZoneOffset.UTC).toInstant(); from.isBefore(until);) {
            var change = zone.getRules().nextTransition(from);
            var to = change == null || change.getInstant().isAfter(until) ? until : change.getInstant();
            json.add("{\"since\":\"" + from + "\",\"until\":\"" + to + "\",\"minutes\":"
                    + Duration.ofSeconds(zone.getRules().getOffset(from).getTotalSeconds()).toMinutes() + "}");
            from = to;
        }
        return json.toString();
    }
}

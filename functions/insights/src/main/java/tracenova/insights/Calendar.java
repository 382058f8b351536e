package tracenova.insights;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The quarters of an hour of an app's last 30 days, each with its local day and the start of its local hour. So
/// no query has to know a time zone, and days of 23 or 25 hours are what they are.
record Calendar(LocalDate today, ZoneId zone) {

    private static final int DAYS = 30;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    static Calendar at(Instant now, ZoneId zone) {
        return new Calendar(LocalDate.ofInstant(now, zone), zone);
    }

    /// One line per quarter: `{"quarter":…,"day":…,"hour":…}`.
    String lines() {
        var lines = new StringBuilder(DAYS * 96 * 90);
        var end = today.plusDays(1).atStartOfDay(zone).toInstant();
        var start = today.minusDays(DAYS - 1).atStartOfDay(zone).toInstant();
        for (var quarter = start; quarter.isBefore(end); quarter = quarter.plus(QUARTER)) {
            var local = quarter.atZone(zone);
            lines.append("{\"quarter\":\"").append(quarter)
                    .append("\",\"day\":\"").append(local.toLocalDate())
                    .append("\",\"hour\":\"").append(quarter.minus(Duration.ofMinutes(local.getMinute())))
                    .append("\"}\n");
        }
        return lines.toString();
    }
}

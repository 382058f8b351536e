package tracenova.table;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// One UTC hour, spelled `2026-01-31T12` in keys, object names and the API. Sorts as text.
public record Hour(Instant start) implements Comparable<Hour> {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    public Hour {
        start = start.truncatedTo(ChronoUnit.HOURS);
    }

    public static Hour of(Instant instant) {
        return new Hour(instant);
    }

    /// Reads the text of [#toString].
    public static Hour parse(String text) {
        return new Hour(Instant.parse(text + ":00:00Z"));
    }

    /// The first instant after this hour.
    public Instant end() {
        return start.plus(Duration.ofHours(1));
    }

    public Hour next() {
        return new Hour(end());
    }

    public Hour previous() {
        return new Hour(start.minus(Duration.ofHours(1)));
    }

    /// The UTC day of this hour: `2026-01-31`.
    public String day() {
        return toString().substring(0, 10);
    }

    @Override
    public int compareTo(Hour other) {
        return start.compareTo(other.start);
    }

    @Override
    public String toString() {
        return TEXT.format(start);
    }
}

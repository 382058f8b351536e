package tracenova.lake;

import java.time.Duration;
import java.time.Instant;

/// One run of a scheduled function: its tick names its files, and both times bound how long it may commit.
public record Run(Instant tick, Instant started) {

    /// Past this age another run may be deleting what this one made (X9).
    private static final Duration COMMITS_FOR = Duration.ofMinutes(30);

    public boolean mayCommitAt(Instant now) {
        return Duration.between(tick.isBefore(started) ? tick : started, now).compareTo(COMMITS_FOR) <= 0;
    }
}

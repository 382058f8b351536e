package tracenova.aws;

import java.time.Duration;

/// How long each kind of client tries; a function's own time-out is above all of its rows.
public enum ClientLimits {
    TABLE_INGEST(500, 1_200, 3, 600),
    QUEUE_INGEST(400, 800, 2, 500),
    TABLE_SCHEDULED(1_000, 5_000, 4, 1_500),
    QUEUE_SCHEDULED(2_000, 6_000, 3, 2_500),
    PARAMETER(1_000, 3_000, 3, 1_400),
    BUCKET_SMALL(2_000, 6_000, 3, 2_500),
    BUCKET_PARTITIONS(20_000, 60_000, 3, 25_000);

    private final Duration attempt;
    private final Duration call;
    private final int attempts;
    private final Duration socket;

    ClientLimits(int attemptMillis, int callMillis, int attempts, int socketMillis) {
        this.attempt = Duration.ofMillis(attemptMillis);
        this.call = Duration.ofMillis(callMillis);
        this.attempts = attempts;
        this.socket = Duration.ofMillis(socketMillis);
    }

    public Duration attempt() {
        return attempt;
    }

    /// All attempts of one call together.
    public Duration call() {
        return call;
    }

    public int attempts() {
        return attempts;
    }

    public Duration socket() {
        return socket;
    }
}

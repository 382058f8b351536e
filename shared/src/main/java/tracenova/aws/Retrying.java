package tracenova.aws;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/// Whether the SDK's own timers run, and how long it waits between attempts.
public record Retrying(boolean timers, BackoffStrategy backoff) {

    /// What production does: 25 to 200 ms with full jitter.
    public static Retrying real() {
        return new Retrying(true, BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(200)));
    }

    /// For tests with a clock of their own: no timer, no waiting.
    public static Retrying immediate() {
        return new Retrying(false, BackoffStrategy.retryImmediately());
    }
}

package tracenova.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import tracenova.aws.ClientLimits;

/// When a request must be answered. A call gets its client's own limit or what remains, whichever is less.
public record Deadline(Instant end, InstantSource clock) {

    public static final Duration PER_REQUEST = Duration.ofMillis(2_500);

    public static Deadline from(Instant start, InstantSource clock) {
        return new Deadline(start.plus(PER_REQUEST), clock);
    }

    /// Fails like the SDK does when no time is left.
    public Duration check() {
        var remaining = Duration.between(clock.instant(), end);
        if (!remaining.isPositive()) {
            throw ApiCallTimeoutException.create(PER_REQUEST.toMillis());
        }
        return remaining;
    }

    /// What a call may still take.
    public Consumer<AwsRequestOverrideConfiguration.Builder> within(ClientLimits own) {
        var remaining = check();
        return remaining.compareTo(own.call()) < 0 ? limits -> limits.apiCallTimeout(remaining) : limits -> {};
    }
}

package tracenova.management;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// A value of Parameter Store. Read when it is first needed, so that no snapshot of a sandbox holds it, and again each
/// minute, so that a change is known everywhere a minute later.
final class Parameter<T> {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(10);

    private final SsmClient client;
    private final String name;
    private final Function<String, T> meaning;
    private final InstantSource clock;
    private volatile Known<T> known = new Known<>(null, Instant.EPOCH);

    private record Known<T>(T value, Instant until) {}

    /// @param meaning of the text that stands there
    Parameter(AwsClients clients, String name, Function<String, T> meaning, InstantSource clock) {
        this.client = clients.build("ssm", SsmClient.builder(), ClientLimits.PARAMETER);
        this.name = name;
        this.meaning = meaning;
        this.clock = clock;
    }

    /// At most a minute old; whoever asks fails when it cannot be read.
    T value() {
        var last = known;
        return isGood(last) ? last.value : know(read(), FRESH);
    }

    /// The same, but while Parameter Store does not answer, what is known goes on being good.
    T valueOrLast() {
        try {
            return value();
        } catch (SdkException | IllegalArgumentException e) {
            var last = known.value;
            if (last == null) {
                throw e;
            }
            return know(last, UNTIL_NEXT_TRY);
        }
    }

    private boolean isGood(Known<T> last) {
        return clock.instant().isBefore(last.until);
    }

    private T read() {
        return meaning
                .apply(client.getParameter(request -> request.name(name).withDecryption(true)).parameter().value());
    }

    private T know(T value, Duration good) {
        known = new Known<>(value, clock.instant().plus(good));
        return value;
    }

    void close() {
        client.close();
    }
}

package tracenova.management;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// The parameter that `JWT_SECRET_PARAMETER` names, written as [PropertySecret] is. Read when it is first needed, so
/// that no snapshot of a sandbox holds it, and again each minute, so that a rotation is known everywhere a minute later.
@Singleton
@Replaces(PropertySecret.class)
@Requires(property = "jwt.secret.parameter")
final class ParameterSecret implements SigningSecret {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(10);

    private final SsmClient client;
    private final String name;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    private record Known(List<Key> keys, Instant until) {}

    ParameterSecret(AwsClients clients, @Property(name = "jwt.secret.parameter") String name, InstantSource clock) {
        this.client = clients.build("ssm", SsmClient.builder(), ClientLimits.PARAMETER);
        this.name = name;
        this.clock = clock;
    }

    @Override
    public List<Key> keys() {
        if (!clock.instant().isBefore(known.until)) {
            known = read();
        }
        return known.keys;
    }

    /// While Parameter Store does not answer, what is known goes on being good.
    private Known read() {
        try {
            var value = client.getParameter(request -> request.name(name).withDecryption(true)).parameter().value();
            return new Known(PropertySecret.keys(value), clock.instant().plus(FRESH));
        } catch (SdkException | IllegalArgumentException e) {
            if (known.keys.isEmpty()) {
                throw e;
            }
            return new Known(known.keys, clock.instant().plus(UNTIL_NEXT_TRY));
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}

package tracenova.management;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import tracenova.aws.AwsClients;

/// The parameter that `JWT_SECRET_PARAMETER` names, written as [PropertySecret] is. Nobody is signed out while Parameter
/// Store is away.
@Singleton
@Replaces(PropertySecret.class)
@Requires(property = "jwt.secret.parameter")
final class ParameterSecret implements SigningSecret {

    private final Parameter<List<Key>> parameter;

    ParameterSecret(AwsClients clients, @Property(name = "jwt.secret.parameter") String name, InstantSource clock) {
        this.parameter = new Parameter<>(clients, name, PropertySecret::keys, clock);
    }

    @Override
    public List<Key> keys() {
        return parameter.valueOrLast();
    }

    @PreDestroy
    void close() {
        parameter.close();
    }
}

package tracenova.management;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tracenova.account.PropertyRegistration;
import tracenova.account.Registration;
import tracenova.aws.AwsClients;

/// The parameter that `OPEN_REGISTRATION_PARAMETER` names. While it cannot be read nobody registers: it may have been
/// closed.
@Singleton
@Replaces(PropertyRegistration.class)
@Requires(property = "open.registration.parameter")
final class ParameterRegistration implements Registration {

    private final Parameter<Mode> parameter;

    ParameterRegistration(AwsClients clients, @Property(name = "open.registration.parameter") String name,
            InstantSource clock) {
        this.parameter = new Parameter<>(clients, name, Mode::named, clock);
    }

    @Override
    public Mode mode() {
        return parameter.value();
    }

    @PreDestroy
    void close() {
        parameter.close();
    }
}

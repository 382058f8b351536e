package tracenova.account;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// As `OPEN_REGISTRATION` says.
@Singleton
public record PropertyRegistration(Mode mode) implements Registration {

    @Inject
    public PropertyRegistration(@Property(name = "open.registration", defaultValue = "first") String mode) {
        this(Mode.named(mode));
    }
}

package tracenova.account;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;

/// Who may register, as `OPEN_REGISTRATION` says: whoever comes first, anybody, or nobody.
@Singleton
public record RegistrationSettings(Mode mode) {

    public enum Mode {
        FIRST,
        OPEN,
        CLOSED
    }

    @jakarta.inject.Inject
    public RegistrationSettings(@Property(name = "open.registration", defaultValue = "first") String mode) {
        this(Arrays.stream(Mode.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(mode)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("OPEN_REGISTRATION is first, open or closed")));
    }
}

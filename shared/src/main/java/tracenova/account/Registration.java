package tracenova.account;

import java.util.Arrays;
import java.util.Locale;

/// Who may register. Asked at each registration, so that a change needs no deployment.
public interface Registration {

    Mode mode();

    /// Whoever comes first, anybody, or nobody.
    enum Mode {
        FIRST,
        OPEN,
        CLOSED;

        public static Mode named(String name) {
            return Arrays.stream(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("registration is first, open or closed"));
        }
    }
}

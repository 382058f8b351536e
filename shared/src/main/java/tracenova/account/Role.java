package tracenova.account;

import java.util.Locale;

/// What an account may do in its workspace, the most powerful first.
public enum Role {
    OWNER,
    ADMIN,
    VIEWER;

    /// `owner`, as it stands in the table, in tokens and in answers.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads [#toString].
    public static Role named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

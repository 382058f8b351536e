package tracenova.account;

import java.util.Locale;
import java.util.Optional;
import tracenova.id.Hashes;

/// An address as accounts are known by: in lower case, with one `@` and a dot behind it.
public record EmailAddress(String text) {

    /// RFC 5321, with the two angle brackets.
    private static final int LENGTH = 254;

    /// The address, if the text can be one.
    public static Optional<EmailAddress> parse(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        int at = folded.indexOf('@');
        var domain = folded.substring(at + 1);
        boolean fits = at > 0 && at <= 64 && folded.length() <= LENGTH && domain.indexOf('@') < 0
                && folded.codePoints().allMatch(EmailAddress::isAllowed)
                && domain.indexOf('.') > 0 && !domain.endsWith(".") && !domain.contains("..");
        return fits ? Optional.of(new EmailAddress(folded)) : Optional.empty();
    }

    private static boolean isAllowed(int c) {
        return c > ' ' && c != 127 && c != '"' && c != '<' && c != '>' && c != ',' && c != ';' && c != '\\'
                && Character.isDefined(c) && !Character.isWhitespace(c) && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE;
    }

    /// What the table knows it by.
    String hash() {
        return Hashes.sha256(text);
    }
}

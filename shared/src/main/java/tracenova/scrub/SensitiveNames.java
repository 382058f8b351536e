package tracenova.scrub;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The names whose values are never stored. Case, `-`, `_`, `.`, spaces and camel case are ignored; only whole
/// words count (`user_password` is one, `passwordless` is none), and a name that only describes
/// (`token_type`, `passwordStrength`) is none.
public final class SensitiveNames {

    private static final int LETTERS = 36;
    private static final int IGNORED = -1;
    private static final int OTHER = -2;
    private static final byte[] LETTER = letters();

    private static final List<String> STANDARD = List.of(
            "password", "passwd", "pwd", "passphrase", "secret", "client secret", "token", "access token",
            "refresh token", "id token", "session token", "auth token", "api key", "x api key", "access key",
            "private key", "authorization", "auth", "credential", "credentials", "cookie", "set cookie",
            "session cookie", "csrf", "xsrf", "csrf token", "xsrf token", "otp", "two factor", "pin", "cvv", "cvc",
            "card number", "iban", "ssn", "mysql pwd", "connection string", "proxy authorization",
            "x amz security token", "x forwarded for");

    private static final Set<String> DESCRIBING = Set.of(
            "type", "method", "provider", "status", "state", "count", "limit", "usage", "length", "strength",
            "consent", "enabled", "required", "valid", "expired", "expires", "expiry", "policy", "less");

    private static final SensitiveNames DEFAULT = new SensitiveNames(STANDARD);

    /// Headers whose whole line is masked.
    static final SensitiveNames HEADERS = new SensitiveNames(List.of(
            "authorization", "proxy authorization", "cookie", "set cookie", "x api key", "x auth token",
            "x amz security token", "x csrf token", "x forwarded for", "forwarded"));

    /// Names of versions: `1.2.3.4` after them is no address.
    static final SensitiveNames VERSIONS = new SensitiveNames(List.of("version", "ver", "v", "release", "build"));

    /// Fields that hold an address and nothing else: stored as its hash.
    static final SensitiveNames ADDRESSES = new SensitiveNames(List.of("ip address"));

    /// A tree of letters: `next[node * LETTERS + letter]`, 0 where it ends. Node 0 is the root.
    private int[] next = new int[64 * LETTERS];
    private boolean[] complete = new boolean[64];
    private int nodes = 1;

    private SensitiveNames(Collection<String> phrases) {
        phrases.forEach(phrase -> add(phrase.toLowerCase(Locale.ROOT)));
    }

    public static SensitiveNames standard() {
        return DEFAULT;
    }

    /// The standard names and an app's own.
    public static SensitiveNames with(Collection<String> own) {
        return own.isEmpty() ? DEFAULT : new SensitiveNames(Stream.concat(STANDARD.stream(), own.stream()).toList());
    }

    public boolean matches(String name) {
        return matches(Text.of(name), 0, name.length());
    }

    boolean matches(Text text, int from, int to) {
        for (int i = from; i < to; i++) {
            int letter = letter(text.charAt(i));
            boolean start = letter >= 0 && next[letter] != 0 && startsWord(text, i, from, to);
            if (start && phraseEnd(text, i, from, to) >= 0) {
                return !DESCRIBING.contains(lastWord(text, from, to));
            }
        }
        return false;
    }

    /// Whether the name is one of these and nothing more.
    boolean isOne(Text text, int from, int to) {
        return from < to && phraseEnd(text, from, from, to) == to;
    }

    /// Where the first listed phrase that starts here and ends with a word ends, or -1.
    private int phraseEnd(Text text, int start, int from, int to) {
        int node = 0;
        for (int i = start; i < to; i++) {
            int letter = letter(text.charAt(i));
            if (letter == IGNORED) {
                continue;
            }
            node = letter == OTHER ? 0 : next[node * LETTERS + letter];
            if (node == 0) {
                return -1;
            }
            if (complete[node] && endsWord(text, i + 1, from, to)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean startsWord(Text text, int at, int from, int to) {
        char c = text.charAt(at);
        if (!Chars.isWord(c)) {
            return false;
        }
        if (at == from) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean hump = !Chars.isUpper(before) || at + 1 < to && Chars.isLower(text.charAt(at + 1));
        return !Chars.isWord(before) || Chars.isUpper(c) && hump;
    }

    private static boolean endsWord(Text text, int at, int from, int to) {
        return at == to || !Chars.isWord(text.charAt(at)) || startsWord(text, at, from, to)
                || Chars.isDigit(text.charAt(at)) && !Chars.isDigit(text.charAt(at - 1));
    }

    private static String lastWord(Text text, int from, int to) {
        int end = to;
        while (end > from && !Chars.isWord(text.charAt(end - 1))) {
            end--;
        }
        int start = end - 1;
        while (start > from && !startsWord(text, start, from, to)) {
            start--;
        }
        return text.part(start, end).toString().toLowerCase(Locale.ROOT);
    }

    private void add(String phrase) {
        int node = 0;
        for (int i = 0; i < phrase.length(); i++) {
            int letter = letter(phrase.charAt(i));
            if (letter == OTHER) {
                throw new IllegalArgumentException("not a name of ASCII letters and digits: " + phrase);
            }
            node = letter == IGNORED ? node : child(node, letter);
        }
        complete[node] = node != 0;
    }

    private int child(int node, int letter) {
        int at = node * LETTERS + letter;
        if (next[at] == 0) {
            if (nodes == complete.length) {
                next = Arrays.copyOf(next, next.length * 2);
                complete = Arrays.copyOf(complete, nodes * 2);
            }
            next[at] = nodes++;
        }
        return next[at];
    }

    private static int letter(char c) {
        return c < 128 ? LETTER[c] : OTHER;
    }

    private static byte[] letters() {
        var letters = new byte[128];
        Arrays.fill(letters, (byte) OTHER);
        for (char c : "-_. ".toCharArray()) {
            letters[c] = IGNORED;
        }
        for (char c = 0; c < 128; c++) {
            if (Chars.isWord(c)) {
                letters[c] = (byte) Character.digit(c, LETTERS);
            }
        }
        return letters;
    }
}

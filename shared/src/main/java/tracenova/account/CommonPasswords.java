package tracenova.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Passwords that are tried first: those of a list, alone or with digits and signs around them, and short repeats.
final class CommonPasswords {

    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    static boolean contains(String password) {
        var folded = password.toLowerCase(Locale.ROOT);
        return isRepeat(folded) || isRun(folded) || WORDS.contains(folded) || WORDS.contains(core(folded));
    }

    /// Made of the same one to seven characters again and again.
    private static boolean isRepeat(String text) {
        for (int unit = 1; unit <= 7 && unit * 2 <= text.length(); unit++) {
            if (text.regionMatches(0, text, unit, text.length() - unit)) {
                return true;
            }
        }
        return false;
    }

    /// Each character the next, or the one before, of the character before it: `abcdefghijkl`, `987654321098`.
    private static boolean isRun(String text) {
        return isRun(text, 1) || isRun(text, -1);
    }

    private static boolean isRun(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            boolean wraps = Character.isDigit(text.charAt(i)) && Character.isDigit(text.charAt(i - 1))
                    && Math.floorMod(text.charAt(i - 1) - '0' + step, 10) == text.charAt(i) - '0';
            if (text.charAt(i) != text.charAt(i - 1) + step && !wraps) {
                return false;
            }
        }
        return true;
    }

    /// Without what is no letter before and behind.
    private static String core(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetter(text.charAt(from))) from++;
        while (to > from && !Character.isLetter(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static Set<String> read() {
        try (var in = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

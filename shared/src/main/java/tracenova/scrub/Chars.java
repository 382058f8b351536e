package tracenova.scrub;

/// The few questions all rules ask about characters. ASCII decides; other letters count as letters.
final class Chars {

    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isWord(char c) {
        return isLower(c) || isUpper(c) || isDigit(c) || c > 127 && Character.isLetterOrDigit(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /// Whether a word may start or end between `at - 1` and `at`: no letter or digit stands before.
    static boolean noWordBefore(Text text, int at) {
        return at == 0 || !isWord(text.charAt(at - 1));
    }

    static boolean noWordAt(Text text, int at) {
        return at >= text.length() || !isWord(text.charAt(at));
    }

    static boolean startsWith(Text text, String word, int at) {
        if (at < 0 || at + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where `word` stands first at or after `from`, or -1.
    static int indexOf(Text text, String word, int from) {
        for (int i = from; i <= text.length() - word.length(); i++) {
            if (text.charAt(i) == word.charAt(0) && startsWith(text, word, i)) {
                return i;
            }
        }
        return -1;
    }
}

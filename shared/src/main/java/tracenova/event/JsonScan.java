package tracenova.event;

/// Finds its way in the text of valid JSON. No recursion: depth costs nothing.
final class JsonScan {

    private JsonScan() {}

    static int skipSpace(String json, int at) {
        while (at < json.length() && json.charAt(at) <= ' ') at++;
        return at;
    }

    /// The index after the value that starts at `at`.
    static int end(String json, int at) {
        return switch (json.charAt(at)) {
            case '"' -> endOfString(json, at);
            case '{', '[' -> endOfContainer(json, at);
            default -> endOfWord(json, at);
        };
    }

    private static int endOfString(String json, int at) {
        int quote = json.indexOf('"', at + 1);
        while (isEscaped(json, quote)) quote = json.indexOf('"', quote + 1);
        return quote + 1;
    }

    private static boolean isEscaped(String json, int quote) {
        int at = quote;
        while (json.charAt(at - 1) == '\\') at--;
        return (quote - at) % 2 == 1;
    }

    private static int endOfContainer(String json, int at) {
        int depth = 0;
        do {
            switch (json.charAt(at)) {
                case '"' -> at = endOfString(json, at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
        return at;
    }

    /// Fails where there is none, so that a text that is no JSON ends in a failure, not in a loop.
    private static int endOfWord(String json, int at) {
        int end = at;
        while (end < json.length() && isWord(json.charAt(end))) end++;
        if (end == at) throw new IllegalArgumentException("no JSON at character " + at);
        return end;
    }

    private static boolean isWord(char c) {
        return c > ' ' && c != ',' && c != ']' && c != '}';
    }

    /// The text between two quotes, each lone surrogate replaced.
    static String decode(String json, int from, int to) {
        int escape = json.indexOf('\\', from, to);
        if (escape < 0) return json.substring(from, to);
        var text = new StringBuilder(to - from);
        int at = from;
        while (escape >= 0) {
            text.append(json, at, escape);
            at = appendEscape(json, escape, text);
            escape = json.indexOf('\\', at, to);
        }
        return text.append(json, at, to).toString();
    }

    /// Appends what the escape at `at` stands for; returns the index after it.
    private static int appendEscape(String json, int at, StringBuilder text) {
        char letter = json.charAt(at + 1);
        if (letter != 'u') {
            text.append(unescaped(letter));
            return at + 2;
        }
        char unit = hex(json, at + 2);
        if (!Character.isSurrogate(unit)) text.append(unit);
        else if (isPair(json, at)) text.append(unit).append(hex(json, at + 8));
        else text.append('\uFFFD');
        return at + (isPair(json, at) ? 12 : 6);
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    static boolean hasLoneSurrogate(String json, int from, int to) {
        int at = json.indexOf('\\', from, to);
        while (at >= 0) {
            boolean unit = json.charAt(at + 1) == 'u';
            boolean pair = unit && isPair(json, at);
            if (unit && !pair && Character.isSurrogate(hex(json, at + 2))) return true;
            at = json.indexOf('\\', at + (pair ? 12 : 2), to);
        }
        return false;
    }

    /// Whether two unit escapes that make one character start at `at`.
    private static boolean isPair(String json, int at) {
        return Character.isHighSurrogate(hex(json, at + 2))
                && json.startsWith("\\u", at + 6)
                && Character.isLowSurrogate(hex(json, at + 8));
    }

    private static char hex(String json, int at) {
        return (char) Integer.parseInt(json, at, at + 4, 16);
    }

    static String quote(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c < ' ') json.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            else json.append(c);
        }
        return json.append('"').toString();
    }
}

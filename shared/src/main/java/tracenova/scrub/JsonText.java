package tracenova.scrub;

/// JSON string literals: from the text between the quotes to the string it means, and back.
final class JsonText {

    private static final char REPLACEMENT = '\ufffd';

    private JsonText() {}

    /// What the text between two quotes means; lone surrogates stay.
    static String decode(CharSequence json, int from, int to) {
        var out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = json.charAt(i);
            if (c != '\\' || i + 1 == to) {
                out.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            boolean unicode = escape == 'u' && i + 4 < to;
            out.append(unicode ? (char) Integer.parseInt(json, i + 1, i + 5, 16) : unescaped(escape));
            i += unicode ? 4 : 0;
        }
        return out.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    /// The text between two quotes that means this string.
    static String encode(String text) {
        var out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(c >> 4).append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /// The same string, with U+FFFD where a surrogate stands alone (R17); the same object where none does.
    static String repair(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
                continue;
            }
            out = out == null ? new StringBuilder(text) : out;
            out.setCharAt(i, REPLACEMENT);
        }
        return out == null ? text : out.toString();
    }
}

package tracenova.normalise;

/// One JSON object on one line. What is missing is not written.
final class JsonLine {

    private static final int SIZE = 1_024;

    private final StringBuilder out = new StringBuilder(SIZE).append('{');

    JsonLine text(String name, String value) {
        if (value != null) {
            quote(next(name), value);
        }
        return this;
    }

    /// A value that is JSON already.
    JsonLine raw(String name, String json) {
        next(name).append(json);
        return this;
    }

    JsonLine number(String name, long value) {
        next(name).append(value);
        return this;
    }

    JsonLine number(String name, double value) {
        next(name).append(value);
        return this;
    }

    JsonLine flag(String name, boolean value) {
        next(name).append(value);
        return this;
    }

    boolean isEmpty() {
        return out.length() == 1;
    }

    /// The whole line; nothing may follow.
    String end() {
        return out.append('}').toString();
    }

    private StringBuilder next(String name) {
        if (!isEmpty()) {
            out.append(',');
        }
        quote(out, name);
        return out.append(':');
    }

    /// Copies what needs no escape in one go: `data` is most of a row.
    private static void quote(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(out.append(text, done, i), c);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            default ->
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}

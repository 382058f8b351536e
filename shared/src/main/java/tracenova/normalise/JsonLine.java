package tracenova.normalise;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// One JSON object on one line. What is missing is not written.
final class JsonLine {

    private static final JsonStringEncoder TEXT = JsonStringEncoder.getInstance();

    private final StringBuilder out = new StringBuilder(1_024).append('{');

    JsonLine text(String name, CharSequence value) {
        if (value != null) {
            quote(next(name), value);
        }
        return this;
    }

    JsonLine raw(String name, CharSequence json) {
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

    @Override
    public String toString() {
        return out + "}";
    }

    private StringBuilder next(String name) {
        if (!isEmpty()) {
            out.append(',');
        }
        return quote(out, name).append(':');
    }

    private static StringBuilder quote(StringBuilder out, CharSequence text) {
        out.append('"');
        TEXT.quoteAsString(text, out);
        return out.append('"');
    }
}

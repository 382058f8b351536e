package tracenova.ingest;

/// Text that is not ours, as an answer may show it.
public final class Shown {

    /// How many characters of its own input a client gets to see again.
    public static final int ECHO = 64;

    private Shown() {}

    /// The text, or its beginning if it is longer.
    public static String atMost(int characters, String text) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }
}

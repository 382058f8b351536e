package tracenova.ingest;

/// Questions about a text as UTF-8, answered without making the bytes.
final class Utf8 {

    private Utf8() {}

    /// How many bytes the text has.
    static int length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += width(text.charAt(i));
        }
        return bytes;
    }

    /// As much of the beginning as has at most so many bytes.
    static String head(String text, int most) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += width(text.charAt(i));
            if (bytes > most) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /// Whether every surrogate is half of a pair: nothing else came from UTF-8.
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    // A surrogate pair is four bytes: two for each of its halves.
    private static int width(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}

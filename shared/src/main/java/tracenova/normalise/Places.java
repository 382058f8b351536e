package tracenova.normalise;

import java.util.Optional;

/// Where an event happened: path and screen of what a client calls url, page or path (X-09, D9).
final class Places {

    private static final int LONG_TOKEN = 20;
    private static final int SHORT_HASH = 8;

    private Places() {}

    /// Whether a text can be taken for a URL: with a scheme and something behind it, or a path from the root.
    static boolean isUsable(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) <= ' ' || url.charAt(i) == 0x7f) {
                return false;
            }
        }
        return url.startsWith("/") || authority(url) > 0 && authority(url) < url.length();
    }

    /// The path of a URL or path, without query and fragment.
    static Optional<String> path(String url) {
        int authority = authority(url);
        int from = authority > 0 ? first(url, authority, "/?#") : 0;
        int to = first(url, from, "?#");
        var path = url.substring(from, to);
        return authority > 0 && path.isEmpty() ? Optional.of("/") : Optional.of(path).filter(text -> !text.isEmpty());
    }

    /// A path with its ids replaced by `:id`, so that `/orders/1` and `/orders/2` are one screen.
    static String screen(String path) {
        StringBuilder screen = null;
        int done = 0;
        for (int from = 0; from <= path.length();) {
            int to = first(path, from, "/");
            if (isId(path, from, to)) {
                screen = screen == null ? new StringBuilder(path.length()) : screen;
                screen.append(path, done, from).append(":id");
                done = to;
            }
            from = to + 1;
        }
        return screen == null ? path : screen.append(path, done, path.length()).toString();
    }

    /// The end of `scheme://`, or -1.
    private static int authority(String url) {
        int colon = url.indexOf("://");
        if (colon < 1) {
            return -1;
        }
        for (int i = 0; i < colon; i++) {
            char c = url.charAt(i);
            boolean letter = (c | 32) >= 'a' && (c | 32) <= 'z';
            if (!letter && (i == 0 || !isDigit(c) && c != '+' && c != '-' && c != '.')) {
                return -1;
            }
        }
        return colon + 3;
    }

    /// Only digits; or hexadecimal with a digit, as UUIDs and hashes are; or a long token with a digit.
    private static boolean isId(String path, int from, int to) {
        int digits = 0;
        int hex = 0;
        int dashes = 0;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            hex += (c | 32) >= 'a' && (c | 32) <= 'f' ? 1 : 0;
            dashes += c == '-' ? 1 : 0;
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
                return false;
            }
        }
        int length = to - from;
        boolean hash = digits + hex + dashes == length && length >= SHORT_HASH && (dashes == 0 || dashes == 4);
        return digits > 0 && (digits == length || hash || length >= LONG_TOKEN && dashes < 2);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int first(String text, int from, String any) {
        for (int i = from; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}

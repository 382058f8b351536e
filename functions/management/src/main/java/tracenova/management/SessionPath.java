package tracenova.management;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The path of a session's timeline. Ids of sessions are what apps made them, slashes included, and the gateway decodes
/// a path before it chooses a route, or cuts it at a question mark. So an id may come encoded once more.
record SessionPath(String before, String id) {

    private static final String APPS = "/api/v1/apps/";
    private static final String SESSIONS = "/sessions/";
    private static final String TIMELINE = "/timeline";

    static Optional<SessionPath> in(String path) {
        int from = path.indexOf('/', Math.min(APPS.length(), path.length()));
        int to = path.length() - TIMELINE.length();
        boolean named = path.startsWith(APPS) && from > 0 && path.startsWith(SESSIONS, from)
                && path.endsWith(TIMELINE) && from + SESSIONS.length() < to;
        return named
                ? Optional.of(new SessionPath(path.substring(0, from + SESSIONS.length()),
                        decoded(path.substring(from + SESSIONS.length(), to))))
                : Optional.empty();
    }

    /// With its id as one segment.
    String encoded() {
        return encoded(before).replace("%2F", "/") + encoded(id) + TIMELINE;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

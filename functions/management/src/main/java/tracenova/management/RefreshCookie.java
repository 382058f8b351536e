package tracenova.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;
import tracenova.account.SignIns;

/// The refresh token of the dashboard: out of reach of its scripts, and sent from nowhere else. Another site could
/// make a browser send the cookie, but not the header.
final class RefreshCookie {

    static final String HEADER = "X-TraceNova";
    static final String NAME = "__Host-refresh";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

    private RefreshCookie() {}

    static boolean isWanted(HttpRequest<?> request) {
        return "dashboard".equals(request.getHeaders().get(HEADER));
    }

    static Optional<String> read(HttpRequest<?> request) {
        return isWanted(request) ? request.getCookies().findCookie(NAME).map(Cookie::getValue) : Optional.empty();
    }

    static String of(String token) {
        return NAME + "=" + token + ATTRIBUTES + SignIns.LIFETIME.toSeconds();
    }

    static String cleared() {
        return NAME + "=" + ATTRIBUTES + 0;
    }
}

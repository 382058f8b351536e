package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.accepted;
import static tracenova.testkit.badinput.Expected.refused;
import static tracenova.testkit.badinput.Expected.unauthenticated;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// B119 to B143 and B181: who sends, by which method, to which path.
final class CredentialCases {

    private static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";

    private final Keys keys;
    private final Cases cases;

    CredentialCases(Cases cases) {
        this.cases = cases;
        this.keys = cases.keys;
    }

    void add() {
        for (var place : Place.values()) {
            none(place);
            which(place);
            inBody(place);
            spoofed(place);
            customer(place);
            methods(place);
        }
        paths();
    }

    private void none(Place place) {
        for (var body : List.of(place.document(place.event("b119")), "", "{", "[]", "{\"api_key\":5}",
                "{\"api_key\":null}")) {
            add("B119-B130", bare(place, body), unauthenticated());
        }
        for (var key : List.of("", " ", "x", "tn_live_", keys.live() + "x", keys.live().toUpperCase(Locale.ROOT),
                keys.live() + "," + keys.live(), keys.live() + ", " + keys.live(), changed(keys.live()),
                otherId(keys.live()),
                keys.revoked(), "k".repeat(10_000), "ké", "\u0000", JWT, "tn_live_" + "0".repeat(48), "-")) {
            add("B120-B127", valid(place).with("x-api-key", key), unauthenticated());
            add("B120-B128", bare(place, document(place)).with("authorization", "Bearer " + key), unauthenticated());
        }
        for (var header : List.of("", "Bearer", "Bearer ", "Basic dTpw", keys.live(), "Bearer\u00a0" + keys.live(),
                "Token " + keys.live(), "Bearer " + keys.live() + " x")) {
            add("B120", bare(place, document(place)).with("authorization", header), unauthenticated());
        }
        add("B124", bare(place, document(place)).to(place.path + "?api_key=" + keys.live()), unauthenticated());
        add("B136", bare(place, document(place)).with("cookie", "api_key=" + keys.live()), unauthenticated());
    }

    private void which(Place place) {
        for (var scheme : List.of("Bearer ", "bearer ", "BEARER ", "Bearer   ")) {
            taken("B125", place, wire -> wire.without("x-api-key").with("authorization", scheme + keys.live()));
        }
        taken("B125", place, wire -> wire.with("authorization", "Bearer " + JWT));
        taken("B125", place, wire -> wire.with("authorization", "Basic dTpw"));
        add("B126", valid(place).with("x-api-key", "x").with("authorization", "Bearer " + keys.live()),
                unauthenticated());
        add("B126", valid(place).with("x-api-key", "").with("authorization", "Bearer " + keys.live()),
                unauthenticated());
        add("B126", bare(place, withKey(document(place), keys.live())).with("x-api-key", "x"), unauthenticated());
        add("B126", bare(place, withKey(document(place), keys.live())).with("authorization", "Bearer x"),
                unauthenticated());
    }

    private void inBody(Place place) {
        for (var media : List.of("application/json", "text/plain", "text/plain;charset=UTF-8")) {
            var event = place.event(cases.id("B037"));
            add("B037-B129", bare(place, withKey(place.document(event), keys.live())).with("content-type", media),
                    accepted(event));
        }
        var event = place.event(cases.id("B129"));
        add("B129", bare(place, "\uFEFF" + withKey(place.document(event), keys.live())), accepted(event));
        // Beside a good header it decides nothing, and goes as well.
        var beside = place.event(cases.id("B129"));
        add("B129", Wire.post(place.path, keys.live(), withKey(place.document(beside), keys.neighbour())),
                accepted(beside));
        add("B123", bare(place, withKey(document(place), keys.revoked())), unauthenticated());
        add("B123", bare(place, "{\"a\":{\"api_key\":\"" + keys.live() + "\"}}"), unauthenticated());
        add("B123", bare(place, "[{\"api_key\":\"" + keys.live() + "\"}]"), unauthenticated());
    }

    private void spoofed(Place place) {
        taken("B137", place, wire -> wire.with("x-forwarded-for", "198.51.100.1").with("forwarded", "for=198.51.100.1")
                .with("x-real-ip", "198.51.100.1").with("x-http-method-override", "DELETE").with("x-original-url", "/")
                .with("x-rewrite-url", "/").with("x-forwarded-host", "evil.example").with("x-forwarded-proto", "http"));
        taken("B138", place, wire -> wire.with("origin", "https://evil.example").with("x-junk", "j".repeat(5_000)));
        taken("B138", place, wire -> wire.with("cloudfront-viewer-country", "<script>"));
    }

    private void customer(Place place) {
        taken("B181", place, wire -> wire.with("x-customer-id", keys.workspace()));
        for (var foreign : List.of("ws-neighbour", "ws-none", "", keys.workspace().toUpperCase(Locale.ROOT),
                "x".repeat(5_000))) {
            add("B181", valid(place).with("x-customer-id", foreign), refused(403, "forbidden"));
        }
    }

    private void methods(Place place) {
        for (var method : List.of("PUT", "PATCH", "DELETE", "GET", "post", "PROPFIND")) {
            add("B140", valid(place).by(method), refused(405, "method-not-allowed").header("allow", "POST, OPTIONS"));
        }
        add("B139", bare(place, "").by("OPTIONS").without("content-type").with("origin", "https://shop.example")
                .with("access-control-request-method", "POST"), Expected.preflight());
        taken("B142", place, wire -> wire.to(place.path + "/"));
    }

    private void paths() {
        for (var path : List.of("/", "/api", "/api/v1", "/api/v2/track", "/api/v1/Track", "/api/v1/track/x",
                "/api/v1/track//",
                "//api/v1/track", "/api/v1/apps/../auth", "/api/v1/%2e%2e%2fauth", "/api/v1/%252e",
                "/api/v1/..%5ctrack",
                "/api/v1/track%00", "/api/v1/track;x=1", "/api/v1/custom", "/_local", "/favicon.ico",
                "/api/v1/tr%C3%A4ck")) {
            add("B141-B143", Wire.post(path, keys.live(), Place.TRACK.event("b141")), refused(404, "not-found"));
        }
    }

    private String document(Place place) {
        return place.document(place.event("b119"));
    }

    private static String withKey(String document, String key) {
        return "{\"api_key\":\"" + key + "\"," + document.substring(1);
    }

    /// The last but one letter of the secret; its checksum no longer holds.
    private static String changed(String key) {
        int at = key.length() - 9;
        return key.substring(0, at) + (key.charAt(at) == 'a' ? 'b' : 'a') + key.substring(at + 1);
    }

    private static String otherId(String key) {
        return key.substring(0, 8) + (key.charAt(8) == 'a' ? 'b' : 'a') + key.substring(9);
    }

    private Wire valid(Place place) {
        return Wire.post(place.path, keys.live(), document(place));
    }

    private static Wire bare(Place place, String body) {
        return Wire.post(place.path, "", body).without("x-api-key");
    }

    private void taken(String row, Place place, UnaryOperator<Wire> change) {
        cases.taken(row, place, change);
    }

    private void add(String row, Wire sent, Expected expected) {
        cases.add(row, sent, expected);
    }
}

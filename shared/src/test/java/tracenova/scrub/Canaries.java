package tracenova.scrub;

import java.util.List;
import java.util.stream.Stream;

/// The 40 canaries of the security checklist: 25 secrets by name, 15 by value.
final class Canaries {

    static final List<String> NAMES = List.of(
            "password", "passwd", "pwd", "passphrase", "secret", "client_secret", "api_key", "x-api-key",
            "access_token", "refresh_token", "id_token", "auth", "authorization", "proxy-authorization", "cookie",
            "set-cookie", "session_token", "csrf", "private_key", "credentials", "otp", "pin", "cvv", "card_number",
            "mysql_pwd");

    static final String IPV4 = "203.0.113.77";
    static final String IPV6 = "2001:db8:4:1f::7";
    static final String MARK = "cAnArY7q";

    /// A secret in a text, and the part of it that must be found nowhere.
    record Secret(String text, String marker) {}

    static final List<Secret> VALUES = List.of(
            new Secret("tn_live_k3Jd82_" + MARK + "x8Kd73hJs93kLs82mNb47_9fA3c1", MARK),
            new Secret("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI" + MARK + "In0.c2lnbmF0dXJl", MARK),
            new Secret("-----BEGIN RSA PRIVATE KEY-----\nMIIE" + MARK + "\nabc=\n-----END RSA PRIVATE KEY-----", MARK),
            new Secret("AKIAIOSFODNN7CANARYQ", "AKIAIOSFODNN7CANARYQ"),
            new Secret("https://jane:" + MARK + "@db.example.com/x", MARK),
            new Secret("4111111111111111", "4111111111111111"),
            new Secret("5500 0055 5555 5559", "5559"),
            new Secret("3782-822463-10005", "822463"),
            new Secret("DE89370400440532013000", "3704004405"),
            new Secret("https://shop.example.com/a?x=1&token=" + MARK + "&y=2", MARK),
            new Secret("user=jane&password=" + MARK + "&remember=1", MARK),
            new Secret("{\"user\":1,\"password\":\"" + MARK + "\"}", MARK),
            new Secret("GET / HTTP/1.1\nAuthorization: Bearer " + MARK + "\nAccept: */*", MARK),
            new Secret(IPV4, IPV4),
            new Secret(IPV6, IPV6));

    private Canaries() {}

    /// A name in the spellings that senders use.
    static Stream<String> spellings(String name) {
        var words = name.split("[-_]");
        var camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(words[i].substring(0, 1).toUpperCase()).append(words[i].substring(1));
        }
        return Stream.of(
                name, name.toUpperCase(), String.join("", words), String.join("-", words), String.join("_", words),
                String.join(".", words), String.join(" ", words), camel.toString(),
                camel.substring(0, 1).toUpperCase() + camel.substring(1), "user_" + name, "new-" + name);
    }
}

package tracenova.testkit;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The 40 canaries of the security checklist: 25 secrets by name, 15 by value.
public final class Canaries {

    public static final List<String> NAMES = List.of(
            "password", "passwd", "pwd", "passphrase", "secret", "client_secret", "api_key", "x-api-key",
            "access_token", "refresh_token", "id_token", "auth", "authorization", "proxy-authorization", "cookie",
            "set-cookie", "session_token", "csrf", "private_key", "credentials", "otp", "pin", "cvv", "card_number",
            "mysql_pwd");

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private Canaries() {}

    /// A secret in a text, and the part of it that must be found nowhere.
    public record Secret(String text, String marker) {

        private static Secret whole(String text) {
            return new Secret(text, text);
        }
    }

    /// A text that no other run has.
    public static String mark(RandomGenerator random) {
        return "cAnArY" + random(random, LETTERS + DIGITS, 12);
    }

    /// One of each kind, its markers drawn from `random`; the last two are the addresses.
    public static List<Secret> values(RandomGenerator random, String ipv4, String ipv6) {
        var mark = mark(random);
        var card = withCheckDigit("4" + random(random, DIGITS, 14));
        var spaced = withCheckDigit("55" + random(random, DIGITS, 13)).replaceAll("(.{4})(?=.)", "$1 ");
        var dashed = withCheckDigit("37" + random(random, DIGITS, 12)).replaceAll("(.{4})(.{6})(.{5})", "$1-$2-$3");
        return List.of(
                new Secret("tn_live_k3Jd82_" + mark + "x8Kd73hJs93kLs82mNb47_9fA3c1", mark),
                new Secret("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI" + mark + "In0.c2lnbmF0dXJl", mark),
                new Secret("-----BEGIN RSA PRIVATE KEY-----\nMIIE" + mark + "\nabc=\n-----END RSA PRIVATE KEY-----",
                        mark),
                Secret.whole("AKIA" + random(random, LETTERS, 16)),
                new Secret("https://jane:" + mark + "@db.example.com/x", mark),
                Secret.whole(card),
                Secret.whole(spaced),
                Secret.whole(dashed),
                Secret.whole(iban(random(random, DIGITS, 18))),
                new Secret("https://shop.example.com/a?x=1&token=" + mark + "&y=2", mark),
                new Secret("user=jane&password=" + mark + "&remember=1", mark),
                new Secret("{\"user\":1,\"password\":\"" + mark + "\"}", mark),
                new Secret("GET / HTTP/1.1\nAuthorization: Bearer " + mark + "\nAccept: */*", mark),
                Secret.whole(ipv4),
                Secret.whole(ipv6));
    }

    /// A name in the spellings that senders use.
    public static Stream<String> spellings(String name) {
        var words = name.split("[-_]");
        var camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return Stream.of(
                name, name.toUpperCase(Locale.ROOT), String.join("", words), String.join("-", words),
                String.join("_", words), String.join(".", words), String.join(" ", words), camel.toString(),
                camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1), "user_" + name, "new-" + name);
    }

    private static String random(RandomGenerator random, String alphabet, int length) {
        return random.ints(length, 0, alphabet.length()).mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /// Luhn's.
    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 1 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /// A German one. ISO 7064, MOD 97-10: letters count from 10, so D and E are 13 and 14.
    private static String iban(String account) {
        var rest = new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(98 - rest, account);
    }
}

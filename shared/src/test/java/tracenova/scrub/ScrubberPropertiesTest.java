package tracenova.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.scrub.Scrubs.quote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScrubberPropertiesTest {

    private static final String CONSONANTS = "bcdfghklmnpqrstvwz";

    @Test
    void scrubbingAgainChangesNothing() throws Exception {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            var event = event(random);
            boolean errors = random.nextBoolean();
            var type = List.of("custom", "security_event", "db_error").get(random.nextInt(3));
            var context = Scrubs.from(random.nextBoolean() ? Scrubs.IPV4 : Scrubs.IPV6);

            var once = new Scrubber().scrub(event, type, errors, context);
            var twice = new Scrubber().scrub(once.json(), type, errors, context);

            assertThat(twice).as(event).isEqualTo(new Scrubbed(once.json(), false, false, false));
            assertThat(once.failed()).as(event).isFalse();
            CanaryTest.assertStrictJson(once.json());
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(once.json())).isTrue();
        }
    }

    /// Pieces of secrets and of what surrounds them, thrown together.
    private static String event(SplittableRandom random) {
        var pieces = new ArrayList<>(List.of(
                "=", ":", "://", "@", "%3D", "\"", "'", "\\", "{", "}", "[", "]", ",", "&", "?", " ", "\n", "-", "--",
                ".",
                "1", "4111", "411111111111", "1111", "AKIA", "eyJ", "tn_", "DE89", "token", "password", "cookie", "::",
                "203", "203.0.113.77", "2001:db8:4:1f::7", "a", "b.com", "[masked]", "[removed]", "Authorization:",
                "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "\ud83d", "\ude00", "\u0000", "é", "/*",
                "$$"));
        Scrubs.CANARIES.forEach(secret -> pieces.add(secret.text()));
        Supplier<String> text = () -> IntStream.range(0, random.nextInt(9))
                .mapToObj(i -> pieces.get(random.nextInt(pieces.size()))).reduce("", String::concat);
        var names = List.of("message", "session_id", "query", "user_identifier", "user_identifier_hash", "ip_address",
                "pin");
        var fields =
                names.stream().filter(name -> random.nextBoolean()).map(name -> quote(name) + ":" + quote(text.get()));
        var own = quote("x" + text.get()) + ":{\"a\":[" + quote(text.get()) + ",1]}";
        return "{" + String.join(",", Stream.concat(fields, Stream.of(own)).toList()) + "}";
    }

    @Test
    void cleanTextSurvives() {
        var clean = cleanCorpus();

        long maskedInActivity = clean.stream().filter(text -> !survives(text, false)).count();
        long maskedInErrors = clean.stream().filter(text -> !survives(text, true)).count();

        assertThat(clean).hasSizeGreaterThan(400);
        assertThat(maskedInActivity).isLessThanOrEqualTo(clean.size() / 200);
        assertThat(maskedInErrors).isLessThanOrEqualTo(clean.size() / 200);
    }

    private static boolean survives(String text, boolean errors) {
        var event = "{\"message\":" + quote(text) + "}";
        return new Scrubber().scrub(event, "custom", errors, Scrubs.from(Scrubs.IPV4)).json().equals(event);
    }

    private static List<String> cleanCorpus() {
        var random = new SplittableRandom(7);
        var corpus = new ArrayList<>(List.of(
                "passwordless", "author", "secretary", "tokenizer", "version 1.2.3.4", "v1.2.3.4",
                "release: 10.0.0.1", "Invalid password", "Your password is too short", "the token expired",
                "auth failed",
                "at com.example.auth.Token.password(Token.java:42)", "cookie banner shown", "pin it", "secret santa",
                "TypeError: Cannot read properties of undefined (reading 'token')", "SELECT id FROM author",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
                "https://shop.example.com/passwordless/author?page=2&sort=desc#top", "mailto:", "a = b", "1 + 1 = 2",
                "Error: secretary not found", "tokenizer.next() failed: unexpected end", "2026-01-31T12:00:00+02:00"));
        IntFunction<String> hex = length -> letters(random, "0123456789abcdef", length);
        for (int i = 0; i < 60; i++) {
            corpus.add("commit " + hex.apply(40));
            corpus.add(hex.apply(64));
            corpus.add(String.join("-", hex.apply(8), hex.apply(4), "4" + hex.apply(3), "a" + hex.apply(3),
                    hex.apply(12)));
            corpus.add("order " + failingLuhn(letters(random, "0123456789", 16)));
            corpus.add("order-" + failingLuhn("4" + letters(random, "0123456789", 15)));
            corpus.add("TypeError: x is undefined\n    at " + letters(random, CONSONANTS, 9)
                    + " (https://cdn.example.com/assets/"
                    + letters(random, CONSONANTS, 6) + "." + hex.apply(8) + ".js:" + random.nextInt(9999) + ":"
                    + random.nextInt(99)
                    + ")\n    at async Promise.all (index 0)");
            corpus.add("/" + letters(random, CONSONANTS, 7) + "/" + random.nextInt(1_000_000) + "?q="
                    + letters(random, CONSONANTS, 5));
        }
        return corpus;
    }

    private static String letters(SplittableRandom random, String alphabet, int length) {
        var out = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> out.append(alphabet.charAt(i)));
        return out.toString();
    }

    private static String failingLuhn(String digits) {
        var found = new Spans();
        new CardNumbers().find(Text.of(digits), null, found);
        return found.isEmpty() ? digits : digits.substring(0, 15) + (char) ('0' + (digits.charAt(15) - '0' + 1) % 10);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "a@", "a", "@", "token=", "=", "://", "://a:b/", "x://a:b", "-----BEGIN PRIVATE KEY-----", "-----BEGIN",
                "-----END", "eyJ", "eyJhbGciOiJIUzI1NiJ9.", "tn_", "tn_a_", "AKIA", "4", "4 ", "4111 ", "4111-", "DE89",
                "DE89 ",
                "1.", "1.2.3.4", "1.2.3.4.", "::", "1:", ":", "f", "%3A", "%3D", "%253D", "\\", "\"", "\\\"", "{", "[",
                "'", " ",
                "\"token\":{", "\"token\":[\"", "\"token\":\"\\", "token={", "token={\\\\", "Authorization:",
                "Authorization: x\n",
                "cookie:", "\n", "a.b@c.d ", "%40", "password==", "[masked]", "token=[masked]", "password=\"a\" ",
                "x@y.zz");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void twiceTheTextIsAtMostTwiceTheWork(String piece) {
        for (var prefix : List.of("", "token ", "x={", "\"", "cookie: ")) {
            long visits = visits(prefix + piece.repeat(32_768 / piece.length()));
            long doubled = visits(prefix + piece.repeat(65_536 / piece.length()));

            assertThat(doubled).isLessThan(65_536L * 400);
            assertThat((double) doubled / visits).as(prefix + piece).isLessThan(2.1);
        }
    }

    /// How many characters the rules look at.
    private static long visits(String text) {
        var visited = new Visited(Text.of(text), new long[1]);
        var scope = new ValueRule.Scope(SensitiveNames.standard(), IpAddress.parse(Scrubs.IPV4), true, true);
        Scrubber.RULES.forEach(rule -> rule.find(visited, scope, new Spans()));
        return visited.count[0];
    }

    private static final class Visited extends Text {

        private final Text text;
        private final long[] count;

        Visited(Text text, long[] count) {
            super(new char[0], 0, text.length());
            this.text = text;
            this.count = count;
        }

        @Override
        char charAt(int index) {
            count[0]++;
            return text.charAt(index);
        }

        @Override
        Text part(int start, int end) {
            return new Visited(text.part(start, end), count);
        }

        @Override
        public String toString() {
            count[0] += length();
            return text.toString();
        }
    }
}

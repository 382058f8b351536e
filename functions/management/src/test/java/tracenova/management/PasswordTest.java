package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.account.Accounts;
import tracenova.account.EmailAddress;
import tracenova.account.Role;
import tracenova.id.Hashes;
import tracenova.ingest.Sender;
import tracenova.testkit.TestContext;

/// Q-18, S09 to S12, S17: who gets in by a password, and how fast.
class PasswordTest {

    private static final String EMAIL = "ada@example.com";

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void B172_aPasswordHas12To128CharactersAndIsNotOneThatIsTriedFirst() {
        for (var refused : List.of("x1#kd9)fGq2", "short", "", "aaaaaaaaaaaa", "password1234", "Password!1234",
                "123456789012", "qwertyuiop123", "letmeinletmein", "abcdefghijklm", "😀".repeat(11), "é".repeat(129))) {
            var answer = register(EMAIL, refused);
            assertThat(answer.errors()).as(refused).containsExactly("out_of_range /password");
            assertThat(answer.body()).doesNotContain("\"" + refused + "\"");
        }
        assertThat(sandbox.post("/api/v1/auth/register", "{\"email\":\"" + EMAIL + "\",\"password\":123456789012}")
                .errors()).containsExactly("wrong_type /password");
        var taken = List.of("x1#kd9)fGq2z", " leading and trailing ", "a\\u0000b long enough", "😀x1#kd9)fGq2z",
                "x1#kd9)f".repeat(15) + "abcdefgh");
        for (int i = 0; i < taken.size(); i++) {
            assertThat(addAndSignIn("user" + i + "@example.com", taken.get(i))).as(taken.get(i)).isEqualTo(200);
        }
    }

    @Test
    void S09_nothingOfAPasswordIsCutAndItsHashNamesItsParameters() {
        var long1 = "x1#kd9)fGq".repeat(10);
        register(EMAIL, long1);

        assertThat(sandbox.login(EMAIL, long1.substring(0, 99) + "X").status()).isEqualTo(401);
        assertThat(sandbox.login(EMAIL, long1 + " ").status()).isEqualTo(401);
        assertThat(sandbox.login(EMAIL, " " + long1).status()).isEqualTo(401);
        assertThat(sandbox.login(EMAIL, long1).status()).isEqualTo(200);
        var stored = sandbox.aws.items(TestContext.TABLE).stream().filter(item -> item.containsKey("password"))
                .map(item -> item.get("password").s()).toList();
        assertThat(stored).singleElement().asString().startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(sandbox.aws.items(TestContext.TABLE).toString()).doesNotContain(long1.substring(0, 20));
    }

    @Test
    void B171_anAddressIsOneAccountWhateverItsCase() {
        for (var bad : List.of("a@b@c.de", "a", "@b.de", "a@", "a@b", "a b@c.de", "a@b..de", "a@b.de.", "a\\r\\nb@c.de",
                "x".repeat(250) + "@b.de", "a@b.de\\u200b")) {
            assertThat(register(bad, Sandbox.PASSWORD).errors()).as(bad).containsExactly("unknown_value /email");
        }
        assertThat(register("a@ex.com", Sandbox.PASSWORD).status()).isEqualTo(201);
        try (var open = open()) {
            assertThat(open.post("/api/v1/auth/register", Sandbox.credentials("A@EX.com", Sandbox.PASSWORD)).problem())
                    .isEqualTo("conflict");
        }
    }

    @Test
    void S12_B170_unknownWrongAndSwitchedOffAreAnsweredAlikeAndCostTheSame() {
        sandbox.register(EMAIL);
        var accounts = sandbox.bean(Accounts.class);
        var off = accounts.add("ws", EmailAddress.parse("off@example.com").orElseThrow(), Sandbox.PASSWORD, Role.ADMIN)
                .orElseThrow();
        accounts.deactivate(off.id());
        var calls = new ArrayList<String>();
        try (var other = new Sandbox(sandbox.clock, sandbox.aws, new Recording(sandbox.aws, calls), Map.of())) {
            other.login("warm@example.com", "up the salt of today");
            calls.clear();
            var wrong = other.login(EMAIL, "not the right one");
            var ofWrong = List.copyOf(calls);
            calls.clear();
            var unknown = other.login("nobody@example.com", "not the right one");
            var ofUnknown = List.copyOf(calls);
            calls.clear();
            var switchedOff = other.login("off@example.com", Sandbox.PASSWORD);

            assertThat(wrong.status()).isEqualTo(401);
            assertThat(unknown).isEqualTo(wrong);
            assertThat(switchedOff).isEqualTo(wrong);
            assertThat(ofUnknown).isEqualTo(ofWrong).hasSizeGreaterThan(4);
            assertThat(calls).isEqualTo(ofWrong);
        }
    }

    @Test
    void S11_B169_whoGuessesWaitsLongerEachTimeAndNobodyElseForLong() {
        sandbox.register(EMAIL);
        for (int i = 0; i < 5; i++) {
            assertThat(guess(EMAIL, "198.51.100.1").status()).isEqualTo(401);
        }
        var waits = new ArrayList<Integer>();
        for (int i = 0; i < 9; i++) {
            var refused = guess(EMAIL, "198.51.100.1");
            assertThat(refused.problem()).isEqualTo("rate-limited");
            var wait = Integer.parseInt(refused.headers().get("retry-after"));
            waits.add(wait);
            sandbox.clock.advance(Duration.ofSeconds(wait));
            assertThat(guess(EMAIL, "198.51.100.1").status()).isEqualTo(401);
        }
        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60, 60, 60);
        assertThat(signIn(EMAIL, "203.0.113.50").status()).as("the right password waits too").isEqualTo(429);

        sandbox.clock.advance(Duration.ofSeconds(60));
        assertThat(signIn(EMAIL, "203.0.113.50").status()).as("but not for long").isEqualTo(200);
        assertThat(guess(EMAIL, "203.0.113.50").status()).as("and then starts anew").isEqualTo(401);
    }

    @Test
    void S11_B169_onePasswordForManyAccountsIsSlowedByItsSource() {
        sandbox.register(EMAIL);
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 24; i++) {
            statuses.add(guess("user" + i + "@example.com", "198.51.100.2").status());
        }
        assertThat(statuses.subList(0, 20)).containsOnly(401);
        assertThat(statuses.subList(20, 24)).containsOnly(429);

        assertThat(signIn(EMAIL, "198.51.100.3").status()).as("others are not slowed").isEqualTo(200);
        sandbox.clock.advance(Duration.ofHours(2));
        assertThat(guess("user1@example.com", "198.51.100.2").status()).as("F94: forgotten after an hour")
                .isEqualTo(401);
    }

    @Test
    void B137_aSpoofedAddressIsNotTheSource() {
        sandbox.register(EMAIL);
        for (int i = 0; i < 20; i++) {
            sandbox.send(attempt("user" + i + "@example.com", "wrong wrong wrong").from("198.51.100.4")
                    .with("x-forwarded-for", "10.0.0." + i).with("forwarded", "for=10.0.0." + i)
                    .with("x-real-ip", "10.0.0." + i));
        }

        assertThat(guess("user@example.com", "198.51.100.4").status()).isEqualTo(429);
    }

    @Test
    void S11_throughCloudFrontWhoGuessesIsSlowedAndNobodyElseAtTheSameEdge() {
        sandbox.register(EMAIL);
        var origin = new Sender(Hashes.sha256("only-cloudfront-knows"));
        try (var behind = new Sandbox(sandbox.clock, sandbox.aws, origin)) {
            for (int i = 0; i < 20; i++) {
                var guess = attempt("user" + i + "@example.com", "wrong wrong wrong");
                assertThat(behind.send(through(guess, "10.0.0." + i + ", 198.51.100.8")).status()).isEqualTo(401);
            }

            var more = attempt("user@example.com", "wrong wrong wrong");
            assertThat(behind.send(through(more, "10.0.0.99, 198.51.100.8")).status()).isEqualTo(429);
            assertThat(behind.send(through(attempt(EMAIL, Sandbox.PASSWORD), "198.51.100.9")).status()).isEqualTo(200);
        }
    }

    /// As CloudFront and the gateway pass it on, from one edge.
    private static Request through(Request request, String viewer) {
        return request.from("192.0.2.80").with("x-tracenova-origin", "only-cloudfront-knows")
                .with("x-forwarded-for", viewer + ", 192.0.2.80");
    }

    @Test
    void S17_registrationIsForWhoeverComesFirst() {
        assertThat(register(EMAIL, Sandbox.PASSWORD).status()).isEqualTo(201);

        assertThat(register("second@example.com", Sandbox.PASSWORD).problem()).isEqualTo("forbidden");
        assertThat(register(EMAIL, Sandbox.PASSWORD).problem()).isEqualTo("forbidden");
        try (var open = open();
                var closed =
                        new Sandbox(sandbox.clock, sandbox.aws, sandbox.aws, Map.of("open.registration", "closed"))) {
            assertThat(
                    open.post("/api/v1/auth/register", Sandbox.credentials("c@example.com", Sandbox.PASSWORD)).status())
                    .isEqualTo(201);
            assertThat(closed.post("/api/v1/auth/register", Sandbox.credentials("d@example.com", Sandbox.PASSWORD))
                    .status()).isEqualTo(403);
        }
    }

    @Test
    void S17_ofTwoRegistrationsAtOnceOneIsMade() throws Exception {
        try (var one = sandbox.another();
                var other = sandbox.another();
                var threads = Executors.newFixedThreadPool(2)) {
            var results = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> one.post("/api/v1/auth/register", Sandbox.credentials("one@example.com", Sandbox.PASSWORD))
                            .status(),
                    () -> other
                            .post("/api/v1/auth/register", Sandbox.credentials("other@example.com", Sandbox.PASSWORD))
                            .status()));

            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(201, 403);
        }
        assertThat(sandbox.aws.items(TestContext.TABLE)).filteredOn(item -> item.get("sk").s().equals("ACCOUNT"))
                .hasSize(1);
    }

    @Test
    void F92_ofTwoRefreshesAtOnceOneWinsAndTheRepeatEndsTheSignIn() throws Exception {
        sandbox.register(EMAIL);
        var token = sandbox.login(EMAIL, Sandbox.PASSWORD).text("refresh_token");
        try (var one = sandbox.another();
                var other = sandbox.another();
                var threads = Executors.newFixedThreadPool(2)) {
            var body = "{\"refresh_token\":\"" + token + "\"}";
            var results = threads.invokeAll(List.<Callable<Answer>>of(
                    () -> one.post("/api/v1/auth/refresh", body), () -> other.post("/api/v1/auth/refresh", body)));
            var answers = List.of(results.get(0).get(), results.get(1).get());

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
            var winner = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
            assertThat(sandbox.send(Request.of("GET", "/api/v1/me").bearer(winner.text("access_token"))).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void F94_aRefreshTokenEndsAfterSevenDaysThoughItIsStillInTheTable() {
        sandbox.register(EMAIL);
        var token = sandbox.login(EMAIL, Sandbox.PASSWORD).text("refresh_token");
        sandbox.clock.advance(Duration.ofDays(7));

        assertThat(sandbox.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + token + "\"}").status())
                .isEqualTo(401);
    }

    @Test
    void S15_noTokenStandsInTheTable() {
        sandbox.register(EMAIL);
        var login = sandbox.login(EMAIL, Sandbox.PASSWORD);

        var dump = sandbox.aws.items(TestContext.TABLE).toString();

        assertThat(dump).doesNotContain(login.text("refresh_token"), login.text("refresh_token").substring(38),
                login.text("access_token"), Sandbox.PASSWORD);
        assertThat(sandbox.log.lines().toString()).doesNotContain(EMAIL, "tnr_", Sandbox.PASSWORD);
    }

    private int addAndSignIn(String email, String password) {
        var plain = password.replace("\\u0000", "\u0000");
        assertThat(tracenova.account.Passwords.flaw(plain)).isEmpty();
        sandbox.bean(Accounts.class).add("ws", EmailAddress.parse(email).orElseThrow(), plain, Role.ADMIN);
        var account = sandbox.bean(Accounts.class).signIn(email, plain, "test");
        return account instanceof tracenova.account.SignedIn.Granted ? 200 : 401;
    }

    private Answer register(String email, String password) {
        return sandbox.post("/api/v1/auth/register",
                "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private Sandbox open() {
        return new Sandbox(sandbox.clock, sandbox.aws, sandbox.aws, Map.of("open.registration", "open"));
    }

    private Answer guess(String email, String source) {
        return sandbox.send(attempt(email, "not the right one").from(source));
    }

    private Answer signIn(String email, String source) {
        return sandbox.send(attempt(email, Sandbox.PASSWORD).from(source));
    }

    private static Request attempt(String email, String password) {
        return Request.post("/api/v1/auth/login", Sandbox.credentials(email, password));
    }
}

package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// S18: what docs/operations.md says of the signing key, done.
class SigningKeyDrillTest {

    private static final String NAME = "/tracenova/tracenova/jwt-secret";
    private static final String OLD = "old".repeat(20);
    private static final String NEW = "new".repeat(20);

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private Sandbox one;
    private Sandbox other;

    @BeforeEach
    void start() {
        put(OLD);
        one = sandbox();
        other = sandbox();
        one.register("ada@example.com");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void S18_F98_aRotationWithOverlapIsNoticedByNobody() throws Exception {
        var early = one.login("ada@example.com", Sandbox.PASSWORD);
        assertThat(me(other, early)).as("this sandbox has read the old one just now").isEqualTo(200);

        put(OLD + " " + NEW);
        clock.advance(Duration.ofSeconds(90));
        assertThat(statuses(early)).containsOnly(200);

        put(NEW + " " + OLD);
        clock.advance(Duration.ofSeconds(59));
        assertThat(me(one, early)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        var late = one.login("ada@example.com", Sandbox.PASSWORD);
        assertThat(kid(late)).as("the newest signs").isNotEqualTo(kid(early));
        assertThat(statuses(early)).containsOnly(200);
        assertThat(statuses(late)).containsOnly(200);

        clock.advance(Duration.ofMinutes(17));
        var renewed = refresh(other, early);
        assertThat(renewed.status()).isEqualTo(200);
        put(NEW);
        clock.advance(Duration.ofMinutes(1));
        assertThat(statuses(renewed)).containsOnly(200);
        assertThat(refresh(one, renewed).status()).isEqualTo(200);
        assertThat(refresh(one, late).status()).isEqualTo(200);
    }

    @Test
    void S18_oneCommandEndsAllSessionsWithinAMinute() {
        var sessions = Stream.of(one, other).map(each -> each.login("ada@example.com", Sandbox.PASSWORD)).toList();

        put(NEW);
        clock.advance(Duration.ofMinutes(1));

        for (var session : sessions) {
            assertThat(statuses(session)).containsOnly(401);
            assertThat(List.of(refresh(one, session).status(), refresh(other, session).status())).containsOnly(401);
        }
        assertThat(statuses(one.login("ada@example.com", Sandbox.PASSWORD))).containsOnly(200);
    }

    private Sandbox sandbox() {
        return new Sandbox(clock, aws, aws, Map.of("jwt.secret.parameter", NAME));
    }

    private List<Integer> statuses(Answer tokens) {
        return List.of(me(one, tokens), me(other, tokens));
    }

    private static int me(Sandbox sandbox, Answer tokens) {
        return sandbox.send(Request.of("GET", "/api/v1/me").bearer(tokens.text("access_token"))).status();
    }

    private static Answer refresh(Sandbox sandbox, Answer tokens) {
        return sandbox.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + tokens.text("refresh_token") + "\"}");
    }

    private static String kid(Answer tokens) throws Exception {
        return SignedJWT.parse(tokens.text("access_token")).getHeader().getKeyID();
    }

    private void put(String value) {
        TestClients.over(aws).ssm().putParameter(
                put -> put.name(NAME).value(value).type("SecureString").overwrite(true));
    }
}

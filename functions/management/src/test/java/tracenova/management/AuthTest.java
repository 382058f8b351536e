package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthTest {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/v1/auth/refresh";

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void whoeverRegistersFirstOwnsAWorkspaceAndIsSignedIn() {
        var answer = sandbox.post("/api/v1/auth/register",
                "{\"email\":\"Ada@Example.com\",\"password\":\"correct horse!\",\"workspace\":\"Acme\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.text("expires_in")).isEqualTo("900");
        assertThat(answer.text("user", "email")).isEqualTo("ada@example.com");
        assertThat(answer.text("user", "role")).isEqualTo("owner");
        assertThat(me(answer.text("access_token")).text("workspace", "name")).isEqualTo("Acme");
    }

    @Test
    void X23_signsInOnBothPathsByEitherName() {
        sandbox.register("ada@example.com");

        assertThat(sandbox.login("ADA@example.com", Sandbox.PASSWORD).status()).isEqualTo(200);
        var old = sandbox.post("/api/auth/login",
                "{\"username\":\"ada@example.com\",\"password\":\"" + Sandbox.PASSWORD + "\"}");
        assertThat(old.status()).isEqualTo(200);
        assertThat(me(old.text("access_token")).status()).isEqualTo(200);
        assertThat(sandbox.login("ada@example.com", "another long one").status()).isEqualTo(401);
    }

    @Test
    void S15_aRefreshTokenIsGoodOnceAndItsReuseEndsTheSignIn() {
        sandbox.register("ada@example.com");
        var first = sandbox.login("ada@example.com", Sandbox.PASSWORD);

        var second = refresh(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(me(second.text("access_token")).status()).isEqualTo(200);

        assertThat(refresh(first.text("refresh_token")).status()).isEqualTo(401);
        assertThat(refresh(second.text("refresh_token")).status()).as("its family is gone").isEqualTo(401);
        assertThat(me(second.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void S16_theDashboardsRefreshTokenIsInACookieOnlyAndNeedsItsHeader() {
        sandbox.register("ada@example.com");
        var login = sandbox.send(Request.post(LOGIN, Sandbox.credentials("ada@example.com", Sandbox.PASSWORD))
                .with("x-tracenova", "dashboard"));
        assertThat(login.body()).doesNotContain("refresh_token");
        assertThat(login.cookies()).singleElement().asString().startsWith("__Host-refresh=tnr_")
                .endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=604800");
        var cookie = login.cookies().getFirst().split(";")[0];

        assertThat(sandbox.send(Request.of("POST", REFRESH).cookie(cookie)).status()).isEqualTo(401);
        var refreshed = sandbox.send(Request.of("POST", REFRESH).cookie(cookie).with("x-tracenova", "dashboard"));

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.body()).doesNotContain("refresh_token");
        assertThat(refreshed.cookies()).singleElement().asString().isNotEqualTo(login.cookies().getFirst());
    }

    @Test
    void S14_signingOutEndsTokensAtOnceAndClearsTheCookie() {
        sandbox.register("ada@example.com");
        var login = sandbox.login("ada@example.com", Sandbox.PASSWORD);

        var out = sandbox.send(Request.of("POST", "/api/v1/auth/logout").bearer(login.text("access_token")));

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.cookies()).singleElement().asString().startsWith("__Host-refresh=;").endsWith("Max-Age=0");
        assertThat(me(login.text("access_token")).status()).isEqualTo(401);
        assertThat(refresh(login.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void S15_aRefreshTokenThatWeDidNotSignEndsNothing() {
        sandbox.register("ada@example.com");
        var login = sandbox.login("ada@example.com", Sandbox.PASSWORD);
        var good = login.text("refresh_token");

        for (var forged : List.of("", ".", "x", good + "x", good.replace(".", "x."),
                good.substring(0, good.indexOf('.')),
                "tnr_a_b_c." + good.substring(good.indexOf('.') + 1), good.repeat(9))) {
            assertThat(refresh(forged).status()).as(forged).isEqualTo(401);
        }
        assertThat(refresh(good).status()).isEqualTo(200);
    }

    private Answer me(String token) {
        return sandbox.send(Request.of("GET", "/api/v1/me").bearer(token));
    }

    private Answer refresh(String token) {
        return sandbox.post(REFRESH, "{\"refresh_token\":\"" + token + "\"}");
    }
}

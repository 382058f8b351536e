package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.account.Accounts;
import tracenova.account.Role;

/// S14: what was issued before one of these is void at the next call.
class SessionsEndTest {

    private static final String EMAIL = "ada@example.com";

    private final Sandbox sandbox = new Sandbox();
    private final Sandbox another = sandbox.another();
    private final Accounts accounts = sandbox.bean(Accounts.class);

    @AfterEach
    void close() {
        sandbox.close();
        another.close();
    }

    @Test
    void S14_signingOutEndsThisSignInAndNoOther() {
        sandbox.register(EMAIL);
        var here = signIn();
        var there = signIn();

        assertThat(logout(here, "").status()).isEqualTo(204);

        ended(here);
        assertThat(me(another, there)).isEqualTo(200);
    }

    @Test
    void S14_signingOutEverywhereEndsAllOfTheAccount() {
        sandbox.register(EMAIL);
        var here = signIn();
        var there = signIn();

        assertThat(logout(here, "{\"everywhere\":true}").status()).isEqualTo(204);

        ended(here);
        ended(there);
        assertThat(me(another, signIn())).isEqualTo(200);
        assertThat(logout(signIn(), "{\"everywhere\":1}").status()).isEqualTo(422);
    }

    @Test
    void S14_anotherPasswordEndsThem() {
        sandbox.register(EMAIL);
        var before = signIn();

        accounts.setPassword(id(before), "another good one");

        ended(before);
        assertThat(sandbox.login(EMAIL, "another good one").status()).isEqualTo(200);
    }

    @Test
    void S14_anotherRoleEndsThem() {
        sandbox.register(EMAIL);
        var before = signIn();

        accounts.setRole(id(before), Role.VIEWER);

        ended(before);
        assertThat(signIn().text("user", "role")).isEqualTo("viewer");
    }

    @Test
    void S14_switchingTheAccountOffEndsThem() {
        sandbox.register(EMAIL);
        var before = signIn();

        accounts.deactivate(id(before));

        ended(before);
        assertThat(sandbox.login(EMAIL, Sandbox.PASSWORD).status()).isEqualTo(401);
    }

    /// In every sandbox, and there is no way back from it.
    private void ended(Answer tokens) {
        assertThat(me(sandbox, tokens)).isEqualTo(401);
        assertThat(me(another, tokens)).isEqualTo(401);
        assertThat(another.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + tokens.text("refresh_token") + "\"}")
                .status()).isEqualTo(401);
    }

    private Answer signIn() {
        var answer = sandbox.login(EMAIL, Sandbox.PASSWORD);
        assertThat(me(another, answer)).isEqualTo(200);
        return answer;
    }

    private static int me(Sandbox one, Answer tokens) {
        return one.send(Request.of("GET", "/api/v1/me").bearer(tokens.text("access_token"))).status();
    }

    private static String id(Answer tokens) {
        return tokens.text("user", "id");
    }

    private Answer logout(Answer tokens, String body) {
        return sandbox.send(Request.post("/api/v1/auth/logout", body).bearer(tokens.text("access_token")));
    }
}

package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tracenova.account.Accounts;
import tracenova.account.EmailAddress;
import tracenova.account.Role;
import tracenova.testkit.TestContext;

/// S47: who did what, and what came of it.
class AuditTest {

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void S47_everyChangeAndEveryReadOfAnalyticsLeavesOneEntryFailuresToo() {
        var token = sandbox.register("ada@example.com");
        var made = sandbox.send(Request.post("/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}").bearer(token));
        var id = made.text("id");
        var app = "/api/v1/apps/" + id;
        var steps = "{\"name\":\"F\",\"steps\":[{\"key\":\"a\"},{\"key\":\"b\"}]}";
        note("app.create", "-", 422, Request.post("/api/v1/apps", "{}").bearer(token));
        note("app.change", id, 200, request("PATCH", app, "{\"name\":\"Store\"}", token)
                .ifMatch(sandbox.send(Request.of("GET", app).bearer(token))));
        note("key.create", id, 201, request("POST", app + "/keys", "{\"name\":\"K\"}", token));
        note("key.create", id, 409, request("POST", app + "/keys", "{\"name\":\"K\"}", token));
        note("key.revoke", id, 404, Request.of("DELETE", app + "/keys/none").bearer(token));
        note("funnel.create", id, 201, request("POST", app + "/funnels", steps, token));
        note("funnel.change", id, 428, request("PUT", app + "/funnels/f", steps, token));
        note("funnel.change", id, 200, request("PUT", app + "/funnels/f", steps, token)
                .ifMatch(sandbox.send(Request.of("GET", app + "/funnels/f").bearer(token))));
        note("funnel.delete", id, 204, Request.of("DELETE", app + "/funnels/f").bearer(token));
        note("insight.read", id, 404, Request.of("GET", app + "/insights/overview").bearer(token));
        note("session.read", id, 404, Request.of("GET", app + "/sessions/s/timeline").bearer(token));
        note("session.read", "-", 404, Request.of("GET", "/api/v1/apps/none/sessions/s/timeline").bearer(token));
        note("app.delete", id, 204, Request.of("DELETE", app).bearer(token));
        note("account.login", "-", 401, Request.post("/api/v1/auth/login",
                Sandbox.credentials("ada@example.com", "not the right one")));
        note("account.login", "-", 200, Request.post("/api/v1/auth/login",
                Sandbox.credentials("ada@example.com", Sandbox.PASSWORD)));
        note("account.logout", "-", 204, Request.of("POST", "/api/v1/auth/logout").bearer(token));
    }

    @Test
    void S47_whatAViewerMayNotDoIsNotedToo() {
        var owner = sandbox.register("ada@example.com");
        var workspace = sandbox.send(Request.of("GET", "/api/v1/me").bearer(owner)).json().get("workspace")
                .orElseThrow().get("id").orElseThrow().string();
        sandbox.bean(Accounts.class).add(workspace, EmailAddress.parse("eve@example.com").orElseThrow(),
                Sandbox.PASSWORD, Role.VIEWER);
        var viewer = sandbox.login("eve@example.com", Sandbox.PASSWORD).text("access_token");

        note("app.create", "-", 403, request("POST", "/api/v1/apps", "{}", viewer));
    }

    @Test
    void whatConcernsNobodysDataIsNotNoted() {
        var token = sandbox.register("ada@example.com");
        int before = entries().size();

        for (var path : List.of("/api/v1/me", "/api/v1/apps", "/api/v1/health", "/api/v1/docs")) {
            sandbox.send(Request.of("GET", path).bearer(token));
        }
        sandbox.send(Request.of("GET", "/api/v1/apps/none/insights/overview"));
        sandbox.send(Request.of("DELETE", "/api/v1/apps/none").bearer("garbage"));

        assertThat(entries()).hasSize(before);
    }

    @Test
    void anEntryHasOurWordsOnlyAndIsKeptForTwoYears() {
        sandbox.register("ada@example.com");
        sandbox.send(Request.post("/api/v1/auth/login", Sandbox.credentials("eve@example.com", "<script>"))
                .from("198.51.100.77").with("user-agent", "curl"));

        assertThat(entries()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry).containsOnlyKeys("pk", "sk", "account", "action", "target", "status", "from", "ttl");
            assertThat(entry.get("ttl").n()).isEqualTo(String.valueOf(
                    sandbox.clock.instant().getEpochSecond() + 730 * 86_400L));
            assertThat(entry.toString()).doesNotContain("@", "script", "198.51", "curl");
        });
        assertThat(entries()).extracting(entry -> entry.get("pk").s()).contains("WS#-#AUDIT#2026-01-31");
    }

    @Test
    void whatCannotBeNotedIsNotAnswered() {
        var token = sandbox.register("ada@example.com");
        var transport = new Failing(sandbox.aws, "AUDIT#");
        try (var broken = new Sandbox(sandbox.clock, sandbox.aws, transport, Map.of())) {
            var answer = broken.send(Request.of("GET", "/api/v1/apps/none/insights/overview").bearer(token));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsEntry("retry-after", "1");
        }
    }

    @Test
    void aStoreThatFailsIsAnswered503AndTellsNothing() {
        var token = sandbox.register("ada@example.com");
        for (var place : List.of("SIGNIN#", "ACCOUNT#", "APPS")) {
            try (var broken = new Sandbox(sandbox.clock, sandbox.aws, new Failing(sandbox.aws, place), Map.of())) {
                var answer = broken.send(Request.of("GET", "/api/v1/apps").bearer(token));

                assertThat(answer.status()).as(place).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("overloaded");
                assertThat(answer.headers()).containsEntry("retry-after", "1");
            }
        }
    }

    private void note(String action, String target, int status, Request request) {
        var before = entries();
        assertThat(sandbox.send(request).status()).as(action).isEqualTo(status);

        var after = new java.util.ArrayList<>(entries());
        assertThat(after.containsAll(before)).as("none has changed").isTrue();
        after.removeAll(before);
        assertThat(after).as(action).singleElement().satisfies(entry -> {
            assertThat(entry.get("action").s()).isEqualTo(action);
            assertThat(entry.get("target").s()).isEqualTo(target);
            assertThat(entry.get("status").n()).isEqualTo(String.valueOf(status));
            assertThat(entry.get("account").s()).hasSize(16);
        });
    }

    private static Request request(String method, String path, String body, String token) {
        return Request.of(method, path).with("content-type", "application/json").body(body).bearer(token);
    }

    private List<Map<String, AttributeValue>> entries() {
        return sandbox.aws.items(TestContext.TABLE).stream()
                .filter(item -> item.get("pk").s().contains("#AUDIT#")).toList();
    }
}

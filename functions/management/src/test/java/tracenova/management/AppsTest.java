package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.app.ApiKey;
import tracenova.app.KeyLookup;
import tracenova.event.Json;

class AppsTest {

    private final Sandbox sandbox = new Sandbox();
    private final String token = sandbox.register("ada@example.com");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void TN_E23_anAppIsMadeReadChangedAndListed() {
        var made = send(Request.post("/api/v1/apps",
                "{\"name\":\"Shop\",\"platform\":\"Web\",\"time_zone\":\"Europe/Berlin\",\"currency\":\"EUR\"}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(ApiKey.parse(made.text("api_key"))).isPresent();
        var path = "/api/v1/apps/" + made.text("id");

        var changed = send(request("PATCH", path,
                "{\"name\":\"Store\",\"tracking_enabled\":false,\"areas\":{\"apm\":false}}")
                .ifMatch(send(Request.of("GET", path))));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Store");
        assertThat(changed.text("platform")).isEqualTo("Web");
        assertThat(changed.text("tracking_enabled")).isEqualTo("false");
        assertThat(changed.text("areas")).isEqualTo("{\"analytics\":true,\"apm\":false,\"crash\":true}");
        assertThat(send(Request.of("GET", path))).isEqualTo(changed);
        assertThat(send(Request.of("GET", "/api/v1/apps")).items()).containsExactly(Json.of(changed.body()));
    }

    @Test
    void AD_E05_projectsIsAnotherNameForApps() {
        var made = send(Request.post("/api/v1/projects/", "{\"name\":\"Shop\",\"platform\":\"PHP\"}"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("time_zone")).isEqualTo("UTC");
        assertThat(send(Request.of("GET", "/api/v1/projects/")).items()).hasSize(1);
        assertThat(send(Request.of("GET", "/api/v1/projects"))).isEqualTo(send(Request.of("GET", "/api/v1/apps/")));
    }

    @Test
    void S03_aKeyIsShownOnceAndListedByAllButItsSecret() {
        var app = "/api/v1/apps/" + app();

        var made = send(Request.post(app + "/keys", "{\"name\":\"Server\"}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("api_key")).startsWith(made.text("prefix") + "_");

        var listed = send(Request.of("GET", app + "/keys"));
        assertThat(listed.items()).hasSize(2);
        assertThat(listed.body()).doesNotContain("api_key").doesNotContain(made.text("api_key")).contains("Server");
    }

    @Test
    void S06_S04_twoKeysAreLiveAndARevokedOneIsDead() {
        var app = "/api/v1/apps/" + app();
        var second = send(Request.post(app + "/keys", "{\"name\":\"Second\"}"));
        assertThat(send(Request.post(app + "/keys", "{\"name\":\"Third\"}")).problem()).isEqualTo("conflict");
        assertThat(isLive(second.text("api_key"))).isTrue();

        var revoked = send(Request.of("DELETE", app + "/keys/" + second.text("id")));

        assertThat(revoked.status()).isEqualTo(204);
        assertThat(isLive(second.text("api_key"))).isFalse();
        assertThat(send(Request.post(app + "/keys", "{\"name\":\"Third\"}")).status()).isEqualTo(201);
        assertThat(send(Request.of("DELETE", app + "/keys/none")).status()).isEqualTo(404);
    }

    @Test
    void B180_aDeletedAppIsGoneAndSoIsItsKey() {
        var made = send(Request.post("/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}"));
        var path = "/api/v1/apps/" + made.text("id");

        assertThat(send(Request.of("DELETE", path)).status()).isEqualTo(204);

        assertThat(send(Request.of("DELETE", path)).status()).isEqualTo(404);
        assertThat(send(Request.of("GET", path)).status()).isEqualTo(404);
        assertThat(send(Request.of("GET", "/api/v1/apps")).items()).isEmpty();
        assertThat(isLive(made.text("api_key"))).isFalse();
    }

    @Test
    void TN_E26_aFunnelIsMadeReadChangedListedAndDeleted() {
        var funnels = "/api/v1/apps/" + app() + "/funnels";
        var steps = "\"steps\":[{\"key\":\"cart\",\"name\":\"Cart\"},{\"key\":\"paid\"}]";
        var made = send(Request.post(funnels, "{\"name\":\"The Checkout!\"," + steps + "}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEqualTo("{\"slug\":\"the-checkout\",\"number\":1,\"name\":\"The Checkout!\","
                + "\"steps\":[{\"key\":\"cart\",\"name\":\"Cart\"},{\"key\":\"paid\",\"name\":\"paid\"}]}");
        assertThat(send(Request.post(funnels, "{\"name\":\"the checkout\"," + steps + "}")).status()).isEqualTo(409);
        assertThat(send(Request.post(funnels, "{\"name\":\"x\",\"slug\":\"sign-up\"," + steps + "}")).text("number"))
                .isEqualTo("2");

        var put = request("PUT", funnels + "/the-checkout", "{\"name\":\"Checkout\"," + steps + "}");
        var changed = send(put.ifMatch(send(Request.of("GET", funnels + "/the-checkout"))));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(send(Request.of("GET", funnels + "/the-checkout"))).isEqualTo(changed);
        assertThat(changed.text("number")).isEqualTo("1");
        assertThat(send(Request.of("GET", funnels)).items()).hasSize(2);
        assertThat(send(Request.of("DELETE", funnels + "/the-checkout")).status()).isEqualTo(204);
        assertThat(send(Request.of("GET", funnels + "/the-checkout")).status()).isEqualTo(404);
    }

    private String app() {
        return send(Request.post("/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}")).text("id");
    }

    private boolean isLive(String key) {
        return new KeyLookup(sandbox.bean(tracenova.table.Table.class), sandbox.clock)
                .find(ApiKey.parse(key).orElseThrow()).isPresent();
    }

    private static Request request(String method, String path, String body) {
        return Request.of(method, path).with("content-type", "application/json").body(body);
    }

    private Answer send(Request request) {
        return sandbox.send(request.bearer(token));
    }
}

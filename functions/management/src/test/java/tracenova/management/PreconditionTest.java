package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.app.Switches;

/// B152: what is changed is what was read.
class PreconditionTest {

    private static final String STEPS = "\"steps\":[{\"key\":\"a\"},{\"key\":\"b\"}]}";

    private final Sandbox sandbox = new Sandbox();
    private final String token = sandbox.register("ada@example.com");
    private final String app = "/api/v1/apps/" + send(request("POST", "/api/v1/apps",
            "{\"name\":\"Shop\",\"platform\":\"Web\"}")).text("id");
    private final String funnel = app + "/funnels/"
            + send(request("POST", app + "/funnels", "{\"name\":\"F\"," + STEPS)).text("slug");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void B152_aChangeNeedsTheTagOfWhatWasRead() {
        for (var change : List.of(request("PATCH", app, "{\"currency\":\"CHF\"}"),
                request("PATCH", app, "{\"areas\":{\"apm\":false}}"),
                request("PUT", funnel, "{\"name\":\"G\"," + STEPS))) {
            var read = read(change.path());
            var tag = read.headers().get("etag");

            refused(428, change);
            for (var wrong : List.of("*", "W/" + tag, "\"x\"", tag + ", \"x\"", tag.replace("\"", ""), "")) {
                refused(412, change.with("if-match", wrong));
            }
            assertThat(read(change.path())).isEqualTo(read);

            var changed = send(change.ifMatch(read));
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.headers().get("etag")).isNotEqualTo(tag);
            assertThat(read(change.path())).isEqualTo(changed);
            refused(412, change.ifMatch(read));
        }
    }

    @Test
    void B152_whatIsNewIsTaggedToo() {
        var made = send(request("POST", app + "/funnels", "{\"name\":\"Other\"," + STEPS));

        assertThat(
                send(request("PUT", app + "/funnels/other", "{\"name\":\"Another\"," + STEPS).ifMatch(made)).status())
                .isEqualTo(200);
        var shop = send(request("POST", "/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}"));
        assertThat(send(request("PATCH", "/api/v1/apps/" + shop.text("id"), "{\"name\":\"S\"}").ifMatch(shop)).status())
                .isEqualTo(200);
    }

    @Test
    void B152_whatIsWrongOfItselfIsSaidFirst() {
        assertThat(send(request("PATCH", app, "{\"currency\":\"eur\"}")).status()).isEqualTo(422);
        assertThat(send(request("PUT", funnel, "{")).status()).isEqualTo(400);
        assertThat(send(request("PUT", funnel + "x", "{\"name\":\"G\"," + STEPS)).status()).isEqualTo(404);
    }

    @Test
    void B152_whoeverIsFasterByAMomentWins() {
        var apps = sandbox.bean(Apps.class);
        var id = new AppId(app.substring(app.lastIndexOf('/') + 1));
        var known = apps.find(id).orElseThrow();
        meanwhile("PATCH", app, "{\"name\":\"Mine\"}", () -> {
            apps.setSwitches(known, new Switches(false, Set.of()));
        });
        assertThat(read(app).text("name")).isEqualTo("Shop");
        assertThat(read(app).text("tracking_enabled")).isEqualTo("false");

        meanwhile("PUT", funnel, "{\"name\":\"Mine\"," + STEPS, () -> {
            apps.deleteFunnel(known, "f");
            apps.defineFunnel(known, "f", List.of("other", "steps"));
        });
        assertThat(read(funnel).text("name")).isEqualTo("f");
    }

    /// Something happens between what this change read and what it writes.
    private void meanwhile(String method, String path, String body, Runnable event) {
        var change = request(method, path, body).ifMatch(read(path)).bearer(token);
        var once = new OnceBefore(sandbox.aws, "#by = :by", new AtomicReference<>(event));
        try (var slow = new Sandbox(sandbox.clock, sandbox.aws, once, Map.of())) {
            assertThat(slow.send(change).status()).isEqualTo(412);
        }
    }

    private void refused(int status, Request change) {
        var answer = send(change);
        assertThat(answer.status()).as(change.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("precondition");
    }

    private Answer read(String path) {
        return send(Request.of("GET", path));
    }

    private static Request request(String method, String path, String body) {
        return Request.of(method, path).with("content-type", "application/json").body(body);
    }

    private Answer send(Request request) {
        return sandbox.send(request.bearer(token));
    }
}

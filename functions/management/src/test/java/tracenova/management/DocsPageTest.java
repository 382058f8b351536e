package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.event.Json;

class DocsPageTest {

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void AD_E15_thePageIsMadeOfOurOwnFilesUnderAPolicy() {
        var page = get("/api/v1/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers()).containsEntry("content-type", "text/html; charset=utf-8");
        assertThat(page.headers().get("content-security-policy"))
                .startsWith("default-src 'none'; script-src 'self';").doesNotContain("unsafe-eval", "http");
        assertThat(page.body()).doesNotContain("http:", "https:", "//");
        for (var file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js")) {
            assertThat(page.body()).contains("\"/api/v1/docs/" + file + "\"");
            assertThat(get("/api/v1/docs/" + file).status()).isEqualTo(200);
            assertThat(get("/api/v1/docs/" + file).headers().get("content-type")).startsWith("text/");
        }
        assertThat(get("/api/v1/docs/index.html").status()).isEqualTo(404);
        assertThat(get("/api/v1/docs/..%2f..%2fPasswords.class").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionIsTheFileInTheRoot() {
        assertThat(get("/api/v1/openapi.yaml/").body()).startsWith("openapi: 3.1.0\n")
                .contains("/api/v1/apps/{app_id}:");
        assertThat(get("/api/v1/health").json()).isEqualTo(Json.of("{\"status\":\"ok\"}"));
    }

    @Test
    void B151_headHasNoBodyAndABodyOfAGetIsPassedOver() {
        var head = sandbox.send(Request.of("HEAD", "/api/v1/health"));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();

        assertThat(sandbox.send(Request.of("GET", "/api/v1/health").body("{")).status()).isEqualTo(200);
    }

    private Answer get(String path) {
        return sandbox.send(Request.of("GET", path));
    }
}

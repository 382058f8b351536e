package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.publisher.SiteFile;

class DashboardTest {

    @TempDir
    private Path directory;

    private Dashboard dashboard;

    @BeforeEach
    void makeASite() throws IOException {
        var site = Files.createDirectories(directory.resolve("site"));
        Files.createDirectories(site.resolve("assets/0a1b"));
        Files.writeString(site.resolve("index.html"), "<!doctype html>");
        Files.writeString(site.resolve("assets/0a1b/main.js"), "export {}");
        Files.writeString(directory.resolve("outside.txt"), "secret");
        Files.createSymbolicLink(site.resolve("link.txt"), directory.resolve("outside.txt"));
        dashboard = over(site);
    }

    @Test
    void theRootIsThePageAndIsAskedForEachTime() {
        var page = get("/").orElseThrow();

        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page)).isEqualTo("<!doctype html>");
        assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "cache-control")).isEqualTo("no-cache");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void anAssetIsKeptForEver() {
        var module = get("/assets/0a1b/main.js").orElseThrow();

        assertThat(header(module, "content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(module, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void theConfigurationIsThisRunners() {
        var config = get("/config.json").orElseThrow();

        assertThat(text(config)).isEqualTo("{}");
        assertThat(header(config, "cache-control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing.js", "/assets", "/assets/", "//index.html", "/../outside.txt",
        "/assets/../../outside.txt", "/%2e%2e/outside.txt", "/%2e%2e%2foutside.txt", "/..%5coutside.txt",
        "/link.txt", "/%00", "/index.html%00.js", "/etc/passwd", "//etc/passwd", "/site/../../outside.txt"})
    void whatIsNoFileOfTheSiteIsNotThere(String path) {
        assertThat(get(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void filesAreOnlyRead(String method) {
        assertThat(dashboard.find(request(method, "/"))).isEmpty();
    }

    @Test
    void aSiteThatIsNotBuiltSaysHow() {
        dashboard = over(directory.resolve("nowhere"));

        assertThat(get("/").orElseThrow().status()).isEqualTo(503);
        assertThat(text(get("/").orElseThrow())).contains("./mvnw -q -pl dashboard-static");
        assertThat(get("/main.js")).isEmpty();
    }

    private static Dashboard over(Path site) {
        return new Dashboard(site, new SiteFile("config.json", "{}".getBytes(StandardCharsets.UTF_8)),
                Map.of("x-content-type-options", "nosniff"));
    }

    private Optional<Reply> get(String path) {
        return dashboard.find(request("GET", path));
    }

    private static Request request(String method, String path) {
        return new Request(method, URI.create("http://localhost:3000" + path), "HTTP/1.1", "127.0.0.1", Map.of(),
                new byte[0]);
    }

    private static String header(Reply reply, String name) {
        return String.join(",", reply.headers().get(name));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}

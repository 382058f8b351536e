package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dashboard as the runner shows it, held against what the template has CloudFront do.
class DashboardIT {

    private static final Pattern DATA = Pattern.compile("connect-src 'self' (http://127\\.0\\.0\\.1:\\d+);");

    @TempDir
    private static Path temporary;

    private static LocalProduct product;

    @BeforeAll
    static void start() throws Exception {
        product = LocalProduct.start(temporary.resolve("data"));
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    void everyHeaderOfTheTemplateIsSentWithTheDataBucketOfThisMachine() {
        var root = Path.of(System.getProperty("tracenova.root"), "template.yaml");
        var inAws = Template.read(root, new LocalNames("us-east-1")).dashboardHeaders();
        var page = product.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(inAws).hasSizeGreaterThan(5).allSatisfy((name, value) -> assertThat(page.headers().allValues(name))
                .containsExactly(value.replace("https://*.s3.us-east-1.localhost", dataOf(page))));
    }

    @Test
    void thePageAndWhatItNamesAreThere() {
        var page = product.get("/").body();

        assertThat(Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty().allSatisfy(path -> assertThat(product.get("/" + path).statusCode()).isEqualTo(200));
    }

    @Test
    void theConfigurationNamesThisRunner() {
        var config = LocalProduct.json(product.get("/config.json").body());

        assertThat(config.get("api_url").getStringValue()).isEqualTo(product.url().toString());
        assertThat(config.get("region").getStringValue()).isEqualTo("us-east-1");
        assertThat(config.get("stack").getStringValue()).isEqualTo("tracenova");
        assertThat(config.get("version").getStringValue()).isEqualTo("1.0.0");
    }

    @Test
    void whatIsNoFileIsNotFoundAndTheApiStaysTheGateways() {
        assertThat(product.get("/nothing.js").statusCode()).isEqualTo(404);
        assertThat(product.get("/%2e%2e/pom.xml").statusCode()).isEqualTo(404);
        assertThat(product.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(product.get("/api/v1/nothing").headers().map()).doesNotContainKey("content-security-policy");
    }

    @Test
    void onlyPagesOfThisMachineReadTheDataBucket() {
        var data = dataOf(product.get("/"));

        assertThat(asked(data, product.url().toString())).contains(product.url().toString());
        assertThat(asked(data, "https://evil.example")).isEmpty();
        assertThat(asked(data, "http://localhost.evil.example:3000")).isEmpty();
    }

    /// What the bucket answers to a page of that origin, for its browser.
    private static Optional<String> asked(String data, String origin) {
        return product.send(HttpRequest
                .newBuilder(URI.create(data + "/tracenova-databucket/snapshots/none"))
                .header("origin", origin)).headers().firstValue("access-control-allow-origin");
    }

    private static String dataOf(HttpResponse<String> page) {
        var policy = DATA.matcher(page.headers().firstValue("content-security-policy").orElseThrow());
        assertThat(policy.find()).isTrue();
        return policy.group(1);
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.testkit.badinput.Wire;

class LocalApiIT {

    @TempDir
    private static Path temporary;

    private static LocalProduct product;

    @BeforeAll
    static void start() throws Exception {
        product = LocalProduct.start(temporary.resolve("data"));
    }

    @AfterAll
    static void end() throws Exception {
        product.close();
    }

    @Test
    void scheduledFunctionRunsNow() {
        var answer = product.post("/_local/run/CompactFunction", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(LocalProduct.json(answer.body()).get("failed_apps").getIntValue()).isZero();
    }

    @Test
    void functionThatPeopleInvokeTakesABody() {
        assertThat(product.post("/_local/run/ReplayFunction", "{\"redrive\":true}").statusCode()).isEqualTo(200);
    }

    @Test
    void ownerSignsInAndSeesTheirApps() {
        var said = product.credentials();
        var signedIn = product.post("/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(said.get("email"), said.get("password")));
        var token = LocalProduct.json(signedIn.body()).get("access_token").getStringValue();
        var apps = product.send(product.request("/api/v1/apps").header("authorization", "Bearer " + token));

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(apps.body()).contains("\"" + product.app() + "\"", "My app");
    }

    @Test
    void othersMayRegister() {
        var answer = product.post("/api/v1/auth/register", """
                {"email":"ada@example.com","password":"a long enough one"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void newAppTakesEventsWithItsKey() {
        var made = LocalProduct.json(product.post("/_local/apps", """
                {"name":"Shop","platform":"Web","time_zone":"Europe/Berlin","currency":"EUR",
                 "funnels":{"signup":["form","done"]}}""").body());
        var step = product.request("/api/v1/funnel-steps").header("x-api-key", made.get("api_key").getStringValue())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"session_id":"s-1","funnel_slug":"signup","step_key":"form"}"""));

        assertThat(product.send(step).statusCode()).isEqualTo(202);
        assertThat(made.get("app").getStringValue()).isNotEqualTo(product.app());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{\"name\":\"Shop\"}",
        "{\"name\":\"A\",\"platform\":\"Web\",\"time_zone\":\"Nowhere\",\"currency\":\"EUR\",\"funnels\":{}}"})
    void appThatIsNoneIsRefused(String body) {
        assertThat(product.post("/_local/apps", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /_local/run/NoSuchFunction,     404",
        "POST, /_local/run/ScreenViewFunction, 404",
        "POST, /_local/run,                    404",
        "GET,  /_local/settle,                 405",
        "POST, /_local/snapshots/a/overview,   405",
        "GET,  /_local/snapshots/a/overview,   404",
        "GET,  /_local/nothing,                404"})
    void whatIsNotThereIsRefusedAsAProblem(String method, String path, int status) {
        var answer = product.send(product.request(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(LocalProduct.json(answer.body()).get("status").getIntValue()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_local/settle", "/_local/apps", "/_local/pause", "/_local/run/CompactFunction"})
    void webPagesAreRefused(String path) {
        var request = Wire.post(path, product.apiKey(), "");

        for (var fromAPage : List.of(
                request.with("origin", "https://example.com"), request.with("host", "evil.example:80"))) {
            assertThat(RawHttp.send(product.url().getPort(), fromAPage).status()).isEqualTo(403);
        }
    }

    @Test
    void pausedProductStillAcceptsAndCountsOnceResumed() {
        product.post("/_local/pause", "");
        assertThat(product.post("/api/v1/screen-views", "{\"screen_name\":\"Home\"}").statusCode()).isEqualTo(202);
        product.post("/_local/resume", "");

        product.settle();

        assertThat(product.snapshot("overview").get("total_events").getIntValue()).isPositive();
    }
}

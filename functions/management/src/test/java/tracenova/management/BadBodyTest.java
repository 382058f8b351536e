package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracenova.testkit.FakeAws;

/// Bodies and requests as they should not be, on routes that take one.
class BadBodyTest {

    private static final String APPS = "/api/v1/apps";
    private static final String GOOD = "{\"name\":\"Shop\",\"platform\":\"Web\"}";

    private static Sandbox sandbox;
    private static String token;
    private static String app;

    @BeforeAll
    static void register() {
        sandbox = new Sandbox();
        token = sandbox.register("ada@example.com");
        app = APPS + "/" + post(APPS, GOOD).text("id");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void B001_B027_aBodyIsOneStrictJsonObject() {
        var malformed = new LinkedHashMap<String, String>();
        malformed.put("", "empty");
        malformed.put(" \n\t", "empty");
        malformed.put("{", "syntax");
        malformed.put("{\"name\":", "syntax");
        malformed.put("{\"name\":\"x\",}", "syntax");
        malformed.put("{'name':'x'}", "syntax");
        malformed.put("{} {}", "trailing");
        malformed.put(GOOD + "x", "trailing");
        malformed.put("{\"name\":\"a\",\"name\":\"b\"}", "duplicate_name");
        malformed.put("{\"name\":\"a\",\"n\\u0061me\":\"b\"}", "duplicate_name");
        malformed.put("{/*c*/}", "syntax");
        malformed.put("{\"name\":\"\t\"}", "syntax");
        malformed.put("{\"name\":01}", "syntax");
        malformed.put("{\"name\":NaN}", "syntax");
        malformed.put("{\"name\":1e999}", "number");
        malformed.put("[".repeat(100_000), "too_deep");
        malformed.put("{\"" + "x".repeat(50_001) + "\":1}", "name_too_long");
        for (var each : malformed.entrySet()) {
            var answer = post(APPS, each.getKey());
            assertThat(answer.status()).as(each.getKey()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed");
            assertThat(answer.errors().getFirst()).as(each.getKey()).startsWith(each.getValue() + " ");
        }
        for (var root : List.of("null", "[]", "\"x\"", "5", "true")) {
            assertThat(post(APPS, root).errors()).as(root).containsExactly("wrong_type ");
        }
    }

    @Test
    void B029_B041_aBodyIsUtf8() {
        var bytes = Base64.getEncoder().encodeToString(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(sandbox.send(request("POST", APPS, bytes).base64()).status()).isEqualTo(201);
        var latin1 = "{\"name\":\"Café\",\"platform\":\"Web\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(sandbox.send(request("POST", APPS, Base64.getEncoder().encodeToString(latin1)).base64()).errors())
                .containsExactly("encoding ");
        assertThat(sandbox.send(request("POST", APPS, "!!!").base64()).status()).isEqualTo(400);
    }

    @Test
    void B031_B040_otherMediaAreNotRead() {
        for (var type : List.of("", ";;;", "text/plain", "text/json", "application/vnd.x+json",
                "application/x-www-form-urlencoded", "multipart/form-data", "application/xml",
                "application/json; charset=iso-8859-1", "application/json; charset=utf-7")) {
            var answer =
                    sandbox.send(request("POST", APPS, GOOD).with("content-type", type).with("accept", "image/png"));
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.headers()).containsEntry("accept", "application/json")
                    .containsEntry("content-type", "application/problem+json");
        }
        assertThat(sandbox.send(request("POST", APPS, GOOD).without("content-type")).status()).isEqualTo(415);
        assertThat(sandbox.send(request("POST", APPS, GOOD).with("content-type", "Application/JSON;charset=\"UTF-8\""))
                .status()).isEqualTo(201);
    }

    @Test
    void B054_aBodyHasAtMostSoManyBytes() {
        var large = "{\"name\":\"" + "x".repeat(512 * 1_024) + "\"}";

        assertThat(post(APPS, large).problem()).isEqualTo("too-large");
        assertThat(post(APPS, large.substring(0, 300_000) + "\"}").errors()).contains("out_of_range /name");
    }

    @Test
    void B065_B072_everyFieldIsCheckedAndAllThatIsWrongIsTold() {
        refused("POST", APPS, "{}", "required /name", "required /platform");
        refused("POST", APPS, "{\"name\":null,\"platform\":\"Web\"}", "required /name");
        refused("POST", APPS, "{\"name\":5,\"platform\":true}", "wrong_type /name", "wrong_type /platform");
        refused("POST", APPS, "{\"name\":\"  \",\"platform\":\"web\"}", "blank /name", "unknown_value /platform");
        refused("POST", APPS, "{\"name\":\"\\u200b\",\"platform\":\"\"}", "blank /name", "unknown_value /platform");
        refused("POST", APPS, "{\"name\":\"" + "😀".repeat(101) + "\",\"platform\":\"Web\"}", "out_of_range /name");
        refused("POST", APPS, GOOD.replace("}", ",\"time_zone\":\"Mars/Base\",\"currency\":\"eur\"}"),
                "unknown_value /time_zone", "unknown_value /currency");
        refused("PATCH", app, "{\"tracking_enabled\":\"true\",\"areas\":{\"apm\":1,\"x\":true}}",
                "wrong_type /tracking_enabled", "wrong_type /areas/apm", "unknown_field /areas/x");
        refused("PATCH", app, "{\"areas\":[]}", "wrong_type /areas");
        refused("POST", app + "/keys", "{\"name\":[]}", "wrong_type /name");
        refused("POST", app + "/funnels", "{\"name\":\"F\",\"steps\":[{\"key\":\"a\"},{\"name\":\"b\"},5]}",
                "required /steps/1/key", "wrong_type /steps/2");
        refused("POST", app + "/funnels", "{\"name\":\"F\",\"steps\":[{\"key\":\"a\"},{\"key\":\"a\"}]}",
                "conflict /steps");
        refused("POST", app + "/funnels", "{\"name\":\"F\",\"steps\":[{\"key\":\"a\"}]}", "out_of_range /steps");
        refused("POST", app + "/funnels", "{\"name\":\"F\",\"steps\":[" + "{\"key\":\"a\"},".repeat(20)
                + "{\"key\":\"a\"}]}", "out_of_range /steps");
        refused("POST", app + "/funnels", "{\"name\":\"漏斗\",\"steps\":[{\"key\":\"a\"},{\"key\":\"b\"}]}",
                "required /slug");
    }

    @Test
    void B118_aSlugIsPlain() {
        for (var slug : List.of("admin", ".", "..", "-x", "x-", "X", "１", "a b", "a/b", "", "x".repeat(65), "null")) {
            refused("POST", app + "/funnels", "{\"name\":\"F\",\"slug\":\"" + slug
                    + "\",\"steps\":[{\"key\":\"a\"},{\"key\":\"b\"}]}", "unknown_value /slug");
        }
    }

    @Test
    void B175_whatABodyDoesNotDeclareIsRefused() {
        for (var field : List.of("workspace_id", "role", "id", "api_key", "__proto__", "a/b~c", "x".repeat(999))) {
            var answer = post(APPS, GOOD.replace("}", ",\"" + field + "\":\"x\"}"));
            assertThat(answer.errors()).singleElement().asString().as(field).startsWith("unknown_field /")
                    .hasSizeLessThanOrEqualTo(64 + "unknown_field ".length());
        }
        assertThat(sandbox.post("/api/v1/auth/register",
                "{\"email\":\"b@example.com\",\"password\":\"a long enough one\",\"role\":\"owner\"}").errors())
                .containsExactly("unknown_field /role");
        assertThat(post(APPS, GOOD.replace("a/b", "a~1b")).status()).isEqualTo(201);
    }

    @Test
    void B140_B141_routesAndMethodsThatAreNotThereAreSoForEverybody() {
        for (var path : List.of("/api/v1/apps/x/y", "/api/v1/auth", "/api/v1/apps/../auth/login", "/api/v1/apps/%2e%2e",
                "/login", "/logout", "/oauth/access_token", "/token_info", "/keys", "/beans", "/health", "/env",
                "/api/v1/apps/a\u0000b/keys/x/y", "/api/v1/{proxy}", "/api/v1/apps/..\\me")) {
            for (var who : List.of(Request.of("GET", path), Request.of("GET", path).bearer(token))) {
                assertThat(sandbox.send(who).status()).as(path).isIn(404, 401);
            }
            assertThat(sandbox.send(Request.of("GET", path).bearer(token)).problem()).as(path).isEqualTo("not-found");
        }
        for (var method : List.of("PUT", "OPTIONS", "TRACE", "FOO", "DELETE")) {
            var answer = sandbox.send(Request.of(method, APPS));
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.headers().get("allow")).contains("GET").contains("POST");
            assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        }
        var overridden = Request.of("GET", APPS).bearer(token).with("x-http-method-override", "DELETE")
                .with("x-original-url", "/api/v1/me").with("x-rewrite-url", "/api/v1/me").with("host", "evil.example");
        assertThat(sandbox.send(overridden).items()).isNotNull();
    }

    @Test
    void B144_B145_anIdThatIsNoneIsNotFound() {
        for (var id : List.of("null", "undefined", "-1", "[object Object]", "x".repeat(10_000), "APP#x", "..", " ",
                "ünïcode", "a%b")) {
            for (var path : List.of(APPS + "/" + id, APPS + "/" + id + "/keys", app + "/keys/" + id,
                    app + "/funnels/" + id, app + "/sessions/" + id + "/timeline")) {
                var answer = sandbox.send(Request.of(path.contains("/keys/") ? "DELETE" : "GET", path).bearer(token));
                assertThat(answer.status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void B138_noOriginButOurOwnIsAnswered() {
        for (var origin : List.of("https://evil.example", "null", "https://app.example.com.evil.com")) {
            var answer = sandbox.send(Request.of("GET", APPS).bearer(token).with("origin", origin));
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
    }

    @Test
    void S45_aRefusalIsSmallPlainAndSaysNothingOfWhatIsBehind() {
        var hostile = "<script>alert(1)</script>${jndi:ldap://127.0.0.1/a}{{7*7}}\\u001b[2J\\r\\nINFO forged";
        for (var answer : List.of(post(APPS, "{\"" + hostile + "\":1}"), post(APPS, "{\"name\":\"" + hostile + "\"}"),
                sandbox.send(Request.of("GET", "/api/v1/" + hostile).bearer(token)),
                sandbox.send(Request.of("GET", APPS + "?" + "x".repeat(5_000)).bearer(token)))) {
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.body()).hasSizeLessThan(4_096).matches("[ -~]*");
            assertThat(answer.body().replace("https://tracenova.dev/problems/", ""))
                    .doesNotContainPattern("(?i)exception|\\.java|micronaut|jackson|amazon|arn:|dynamo|tracenova");
            assertThat(answer.headers()).containsEntry("cache-control", "no-store")
                    .containsEntry("x-content-type-options", "nosniff");
            assertThat(answer.text("instance")).isEqualTo("urn:request:r-1");
        }
    }

    private static void refused(String method, String path, String body, String... errors) {
        var before = stored(sandbox.aws);
        var answer = sandbox.send(request(method, path, body));

        assertThat(answer.status()).as(body).isEqualTo(422);
        assertThat(answer.errors()).as(body).containsExactlyInAnyOrder(errors);
        assertThat(answer.text("status")).isEqualTo("422");
        assertThat(stored(sandbox.aws)).as("nothing but a line in the audit log").isEqualTo(before);
    }

    private static List<String> stored(FakeAws aws) {
        return aws.items("tracenova").stream().filter(item -> !item.get("pk").s().contains("#AUDIT#"))
                .map(Map::toString).toList();
    }

    private static Answer post(String path, String body) {
        return sandbox.send(request("POST", path, body));
    }

    private static Request request(String method, String path, String body) {
        return Request.of(method, path).with("content-type", "application/json").body(body).bearer(token);
    }
}

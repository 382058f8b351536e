package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayEventTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.250Z");
    private static final byte[] BODY = "{\"name\":\"Größe\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void postIsWhatTheGatewaySends() throws IOException {
        var request = new Request("POST", URI.create("/api/v1/track?a=1&b=x%20y&a=2&flag"), "HTTP/1.1", "127.0.0.1",
                Map.of("Host", List.of("localhost:3000"), "Content-Type", List.of("application/json; charset=utf-8"),
                        "User-Agent", List.of("curl/8.5.0"), "X-Many", List.of("1", "2"),
                        "X-Forwarded-For", List.of("203.0.113.9"), "Cookie", List.of("a=1; b=2", "c=3")),
                BODY);

        assertThat(event(request, "ANY /api/v1/track", Map.of())).isEqualTo(golden("gateway-post.json"));
    }

    @Test
    void getHasNoBody() throws IOException {
        var request = new Request("GET", URI.create("/apps/a%20b"), "HTTP/1.1", "127.0.0.1",
                Map.of("Host", List.of("localhost:3000")), new byte[0]);

        assertThat(event(request, "GET /apps/{app}", Map.of("app", "a b"))).isEqualTo(golden("gateway-get.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,                  '',   false",
        "application/json; charset=utf-16,  '',   false",
        "Text/Plain,                        '',   false",
        "application/json,                  gzip, true",
        "application/octet-stream,          '',   true",
        "application/x-www-form-urlencoded, '',   true",
        "'',                                '',   true"})
    void onlyTextStaysText(String type, String coding, boolean base64) {
        var headers = Map.of("content-type", List.of(type), "content-encoding", List.of(coding));
        var request = new Request("POST", URI.create("/"), "HTTP/1.1", "127.0.0.1", headers, BODY);

        var event = GatewayEvent.of(request, match("$default", Map.of()), "id", NOW);

        assertThat(event.isBase64Encoded()).isEqualTo(base64);
        assertThat(event.body()).isEqualTo(base64
                ? Base64.getEncoder().encodeToString(BODY)
                : new String(BODY, StandardCharsets.UTF_8));
    }

    @Test
    void textThatIsNotUtf8IsPassedOnAsBytes() {
        var request = new Request("POST", URI.create("/"), "HTTP/1.1", "127.0.0.1",
                Map.of("content-type", List.of("application/json")), new byte[] {'"', (byte) 0xff, '"'});

        assertThat(GatewayEvent.of(request, match("$default", Map.of()), "id", NOW).isBase64Encoded()).isTrue();
    }

    private static Object event(Request request, String key, Map<String, String> variables) throws IOException {
        var event = GatewayEvent.of(request, match(key, variables), "request-1", NOW);
        return JSON.readValue(JSON.writeValueAsBytes(event), Map.class);
    }

    private static Routes.Match match(String key, Map<String, String> variables) {
        return new Routes.Match(Route.of(key, "EchoFunction"), variables);
    }

    private static Object golden(String name) throws IOException {
        return JSON.readValue(Files.readAllBytes(TemplateTest.resource(name)), Map.class);
    }
}

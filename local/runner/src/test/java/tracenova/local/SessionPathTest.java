package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.event.Json;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// Ids of sessions with characters that a path cannot hold, from the address to the timeline, through our gateway.
class SessionPathTest {

    private final TestClock clock = new TestClock();
    private final ApplicationContext context = TestContext.start(TestContext.aws(clock), clock);
    private final Template template =
            Template.read(Path.of(System.getProperty("tracenova.root"), "template.yaml"), new LocalNames("us-east-1"));
    private final Map<String, RequestStreamHandler> functions = new HashMap<>();
    private final Gateway gateway =
            new Gateway(Routes.of(template), this::function, context.getBean(JsonMapper.class), clock);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void anIdWithASlashIsFoundEncodedOnceAndTwice() {
        var token = text(send("POST", "/api/v1/auth/register", Map.of(),
                "{\"email\":\"ada@example.com\",\"password\":\"a long enough one\"}"), "access_token");
        var signedIn = Map.of("authorization", "Bearer " + token);
        var app = send("POST", "/api/v1/apps", signedIn, "{\"name\":\"Shop\",\"platform\":\"Web\"}");
        var base = "/api/v1/apps/" + text(app, "id") + "/sessions/";
        var tracked = send("POST", "/api/v1/screen-views", Map.of("x-api-key", text(app, "api_key")),
                "{\"session_id\":\"a/b?c=1#d%2F\",\"screen_name\":\"Home\"}");
        assertThat(tracked.status()).isEqualTo(202);
        send("POST", "/api/v1/screen-views", Map.of("x-api-key", text(app, "api_key")),
                "{\"session_id\":\"a/b\",\"screen_name\":\"Home\"}");

        for (var path : List.of("a%2Fb", "a%252Fb", "a/b", "a%2fb/timeline/../b")) {
            var answer = send("GET", base + path + "/timeline", signedIn, "");
            assertThat(answer.status()).as(path).isEqualTo(path.contains("..") ? 404 : 200);
        }
        assertThat(send("GET", base + "a%252Fb%253Fc%253D1%2523d%25252F/timeline?limit=1", signedIn, "").status())
                .isEqualTo(200);
        assertThat(send("GET", base + "a%2Fb/timeline/", signedIn, "").status()).isEqualTo(200);
        assertThat(send("GET", base + "a%2Fb", signedIn, "").status()).isEqualTo(404);
    }

    private Reply send(String method, String path, Map<String, String> headers, String body) {
        var all = new HashMap<String, List<String>>(
                Map.of("host", List.of("localhost"), "content-type", List.of("application/json")));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return gateway.handle(new Request(method, URI.create(path), "HTTP/1.1", "127.0.0.1", all,
                body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Reply reply, String name) {
        var body = Json.of(new String(reply.body(), StandardCharsets.UTF_8));
        return body.get(name).orElseThrow(() -> new AssertionError(body)).string();
    }

    private UnaryOperator<byte[]> function(String id) {
        var handler = functions.computeIfAbsent(id, this::make);
        return event -> {
            var out = new ByteArrayOutputStream();
            try {
                handler.handleRequest(new ByteArrayInputStream(event), out, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        };
    }

    private RequestStreamHandler make(String id) {
        var function = template.functions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        try {
            return (RequestStreamHandler) Class.forName(function.handler()).getConstructor(ApplicationContext.class)
                    .newInstance(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

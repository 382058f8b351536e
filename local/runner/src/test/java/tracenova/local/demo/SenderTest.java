package tracenova.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final Batch BATCH = new Batch("demo-0", new Client("curl/8", "DE"),
            List.of(new DemoEvent(Instant.EPOCH, Map.of("type", "page_view"))));

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = answers.poll().split(" ", 2);
            var body = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        sender = new Sender(URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void whatWasNotStoredIsSentAgainTheSame() throws Exception {
        answers.addAll(List.of("503 {}", "500 {}", "202 {\"accepted\":0,\"duplicate\":1}"));

        sender.send(BATCH, "key");

        assertThat(bodies).hasSize(3).containsOnly(bodies.getFirst());
        assertThat(bodies.getFirst()).contains("\"batch_id\":\"demo-0\"");
    }

    @Test
    void anEventThatIsRefusedIsAMistakeOfTheDemo() {
        answers.add("207 {\"accepted\":0,\"duplicate\":0}");

        assertThatThrownBy(() -> sender.send(BATCH, "key")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("207");
    }
}

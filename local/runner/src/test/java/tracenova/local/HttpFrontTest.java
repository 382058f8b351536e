package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class HttpFrontTest {

    private final AtomicInteger handled = new AtomicInteger();
    private HttpFront front;

    @BeforeEach
    void serve() throws IOException {
        front = HttpFront.bind(0);
        front.serve(request -> {
            handled.incrementAndGet();
            if (request.path().equals("/fail")) {
                throw new IllegalStateException("asked to fail");
            }
            return new Reply(request.path().equals("/empty") ? 204 : 200,
                    Map.of("x-said", List.of("a", "b"), "content-length", List.of("7")),
                    request.path().equals("/empty")
                            ? new byte[0]
                            : (request.method() + " " + request.body().length).getBytes(StandardCharsets.UTF_8));
        });
    }

    @AfterEach
    void end() {
        front.close();
    }

    @Test
    void bodyArrivesAndTheAnswerGoesBack() {
        var answer = send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc", false);

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nPOST 3")
                .contains("X-said: a\r\n", "X-said: b\r\n");
    }

    @Test
    void chunkedBodyArrives() {
        var answer = send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", false);

        assertThat(answer).endsWith("POST 5");
    }

    @Test
    void headAndEmptyAnswersHaveNoBody() {
        assertThat(send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false))
                .startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        assertThat(send("GET /empty HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false))
                .startsWith("HTTP/1.1 204 ").endsWith("\r\n\r\n");
    }

    @Test
    void requestThatNeverEndsLosesItsConnectionWithinTenSeconds() {
        var start = System.nanoTime();
        var shortBody = sending("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
        var chunks = sending("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        var head = sending("POST / HTTP/1.1\r\nHost: x\r\n");

        assertThat(shortBody.join()).startsWith("HTTP/1.1 408 ");
        assertThat(chunks.join()).startsWith("HTTP/1.1 408 ");
        assertThat(head.join()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n"})
    void brokenRequestIsRefused(String request) {
        assertThat(send(request, true)).startsWith("HTTP/1.1 400 ");
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {10 * 1024, 100 * 1024})
    void longHeadIsRefused(int length) {
        assertThat(send("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(length) + "\r\n\r\n", true))
                .startsWith("HTTP/1.1 431 ");
        assertThat(send("GET /" + "a".repeat(length) + " HTTP/1.1\r\nHost: x\r\n\r\n", true))
                .startsWith("HTTP/1.1 431 ");
        assertThat(handled).hasValue(0);
    }

    @Test
    void bodyMayHaveTenMegabytesAndNotOneByteMore() {
        var most = 10 * 1024 * 1024;

        assertThat(send(post(most), false)).endsWith("POST " + most);
        assertThat(send(post(most + 1), false)).startsWith("HTTP/1.1 413 ");
        assertThat(handled).hasValue(1);
    }

    @Test
    void exceptionIsA500() {
        assertThat(send("GET /fail HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false))
                .startsWith("HTTP/1.1 500 ").doesNotContain("asked to fail");
    }

    private static String post(int length) {
        return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n"
                + "a".repeat(length);
    }

    private CompletableFuture<String> sending(String request) {
        return CompletableFuture.supplyAsync(() -> send(request, false), Thread::startVirtualThread);
    }

    private String send(String request, boolean endOutput) {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), front.port())) {
            socket.setSoTimeout(12_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (endOutput) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

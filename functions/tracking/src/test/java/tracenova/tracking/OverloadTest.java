package tracenova.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracenova.app.ApiKey;
import tracenova.id.Secrets;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestContext;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.Wire;

/// Over sockets and by the clock on the wall, with the time-outs of production: what a client feels of an AWS that
/// has trouble. A client waits at most three seconds; of three tries the best counts, since the machine may be busy.
@Isolated
class OverloadTest {

    private static final Wire EVENT =
            Wire.post("/api/v1/page-views", ApiKey.random(Secrets.system()).text(),
                    "{\"page_url\":\"/\",\"session_id\":\"s\"}");

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer aws;
    private ApplicationContext context;
    private Endpoints endpoints;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.setExecutor(executor);
        aws.start();
        context = TestContext.builder()
                .properties(Map.of("aws.endpoint.url", "http://localhost:" + aws.getAddress().getPort()))
                .singletons(new SilentLog())
                .start();
        endpoints = new Endpoints(context);
    }

    @AfterEach
    void stop() {
        over.countDown();
        context.close();
        aws.stop(0);
        executor.close();
    }

    @Test
    void throttledTableIsAnswered503WithinThreeSeconds() {
        always(exchange -> {
            var error = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}";
            exchange.sendResponseHeaders(400, error.length());
            exchange.getResponseBody().write(error.getBytes(UTF_8));
            exchange.close();
        });

        assertThat(shortest(this::answeredBusy)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void silentTableIsAnswered503WithinThreeSeconds() {
        always(this::waitForTheEnd);

        assertThat(shortest(this::answeredBusy)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void parallelRequestsToASilentTableAreAllAnswered503() {
        always(this::waitForTheEnd);

        var answers = IntStream.range(0, 100).mapToObj(_ -> executor.submit(this::send)).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(503));
    }

    private void always(HttpHandler reply) {
        aws.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            reply.handle(exchange);
        });
    }

    private void waitForTheEnd(HttpExchange exchange) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void answeredBusy() {
        var answer = send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "1");
    }

    private Answered send() {
        return endpoints.send(EVENT);
    }

    private static Duration shortest(Runnable work) {
        return Stream.generate(() -> {
            var start = System.nanoTime();
            work.run();
            return Duration.ofNanos(System.nanoTime() - start);
        }).limit(3).min(Duration::compareTo).orElseThrow();
    }
}

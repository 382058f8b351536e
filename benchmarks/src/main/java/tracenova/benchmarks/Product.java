package tracenova.benchmarks;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.ingest.StoredChunk;
import tracenova.table.Item;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;
import tracenova.tracking.TrackBatchFunction;

/// The functions as Lambda would run them, each in a context of its own, over a counting AWS and a virtual clock.
final class Product implements AutoCloseable {

    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
            + "(KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    final TestClock clock = new TestClock();
    final FakeAws aws = TestContext.aws(clock);
    final Meter meter = new Meter();
    private final CountingTransport transport = new CountingTransport(aws, meter);
    private final Map<String, ApplicationContext> contexts = new LinkedHashMap<>();
    private final Map<String, RequestStreamHandler> functions = new LinkedHashMap<>();
    private final App app;
    private final String key;
    private int requests;

    /// With one app and one key.
    Product() {
        var apps = context("setup").getBean(Apps.class);
        app = apps.create("workspace", "shop", "Web", ZoneId.of("UTC"), "EUR");
        key = apps.issueKey(app).text();
    }

    App app() {
        return app;
    }

    ApplicationContext context(String sandbox) {
        return contexts.computeIfAbsent(sandbox, name -> TestContext.start(transport, clock));
    }

    /// Sends a request through the tracking function and answers its reply.
    String send(String body) {
        meter.enter(Stage.TRACKING);
        return invoke("tracking", TrackBatchFunction::new, gatewayEvent(body));
    }

    String gatewayEvent(String body) {
        return gatewayEvent(context("tracking").getBean(JsonMapper.class), key, body, ++requests);
    }

    static String gatewayEvent(JsonMapper json, String key, String body, int number) {
        try {
            return json.writeValueAsString(Map.of(
                    "version", "2.0",
                    "routeKey", "POST " + Payloads.PATH,
                    "rawPath", Payloads.PATH,
                    "rawQueryString", "",
                    "headers", Map.of("content-type", "application/json", "x-api-key", key, "user-agent", BROWSER),
                    "requestContext", Map.of("requestId", "r" + number,
                            "http", Map.of("method", "POST", "path", Payloads.PATH, "protocol", "HTTP/1.1",
                                    "sourceIp", "203.0.113.7", "userAgent", BROWSER)),
                    "body", body,
                    "isBase64Encoded", false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Invokes the function of this sandbox, which is made at the first need.
    String invoke(String sandbox, Function<ApplicationContext, RequestStreamHandler> make, String event) {
        var function = functions.computeIfAbsent(sandbox, name -> make.apply(context(name)));
        var out = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new Unhurried());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The chunks in the table.
    List<StoredChunk> chunks() {
        return aws.items(TestContext.TABLE).stream()
                .filter(item -> item.containsKey("body"))
                .map(item -> StoredChunk.of(Item.of(item)))
                .toList();
    }

    @Override
    public void close() {
        contexts.values().forEach(ApplicationContext::close);
    }
}

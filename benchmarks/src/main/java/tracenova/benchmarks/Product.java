package tracenova.benchmarks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.ingest.StoredChunk;
import tracenova.table.Item;
import tracenova.testkit.FakeAws;
import tracenova.testkit.QueuedMessage;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// The functions as Lambda would run them, each in a context of its own, over a counting AWS and a virtual clock.
final class Product implements AutoCloseable {

    /// What the budget grants a tracking request, the waiting for its two calls included.
    private static final double TRACKING_SECONDS = 0.015;

    private static final int ITEM_OVERHEAD = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
            + "(KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    final TestClock clock = new TestClock();
    final FakeAws aws = TestContext.aws(clock);
    final Meter meter = new Meter();
    private final CountingTransport transport = new CountingTransport(aws, meter);
    private final Map<Sandbox, ApplicationContext> contexts = new EnumMap<>(Sandbox.class);
    private final Map<Sandbox, RequestStreamHandler> functions = new EnumMap<>(Sandbox.class);
    private final PrintStream standardOut = System.out;
    private final App app;
    private final String key;
    private int requests;
    private double cpuSeconds;

    /// With one app and one key. Standard output is the functions' until this is closed.
    Product() {
        System.setOut(new PrintStream(new Logged(), true, StandardCharsets.UTF_8));
        var apps = context(Sandbox.TRACKING).getBean(Apps.class);
        app = apps.create("workspace", "shop", "Web", ZoneId.of("UTC"), "EUR");
        key = apps.issueKey(app).text();
    }

    AppId app() {
        return app.id();
    }

    ApplicationContext context(Sandbox sandbox) {
        return contexts.computeIfAbsent(sandbox, name -> TestContext.start(transport, clock));
    }

    /// The same AWS, counted, for functions in a JVM of their own.
    StubAws stub() {
        return new StubAws(transport);
    }

    /// Sends a request through the tracking function. Anything but 202 is a mistake of the benchmark.
    void send(String body) {
        var reply = invoke(Sandbox.TRACKING, gatewayEvent(body));
        if (!reply.contains("\"statusCode\":202")) throw new IllegalStateException(reply);
    }

    /// The bodies of all messages in the queue.
    List<String> queued() {
        return aws.messages(TestContext.QUEUE).stream().map(QueuedMessage::body).toList();
    }

    /// Invokes collect with these messages. One that it does not take is a mistake of the benchmark.
    void deliver(List<String> messages) {
        var records = new ArrayList<Map<String, String>>();
        for (var body : messages) records.add(Map.of("messageId", "m" + records.size(), "body", body));
        try {
            var event =
                    context(Sandbox.COLLECT).getBean(JsonMapper.class).writeValueAsString(Map.of("Records", records));
            var answer = invoke(Sandbox.COLLECT, event);
            if (answer.contains("itemIdentifier")) throw new IllegalStateException(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the gateway makes of a request.
    String gatewayEvent(String body) {
        try {
            return context(Sandbox.TRACKING).getBean(JsonMapper.class).writeValueAsString(Map.of(
                    "version", "2.0",
                    "routeKey", "POST " + Payloads.PATH,
                    "rawPath", Payloads.PATH,
                    "rawQueryString", "",
                    "headers", Map.of("content-type", "application/json", "x-api-key", key, "user-agent", BROWSER),
                    "requestContext", Map.of("requestId", "r" + ++requests,
                            "http", Map.of("method", "POST", "path", Payloads.PATH, "protocol", "HTTP/1.1",
                                    "sourceIp", "203.0.113.7", "userAgent", BROWSER)),
                    "body", body,
                    "isBase64Encoded", false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Invokes the function of this sandbox, which is made at the first need, and meters its time.
    String invoke(Sandbox sandbox, String event) {
        var function = functions.computeIfAbsent(sandbox, wanted -> wanted.make.apply(context(wanted)));
        var out = new ByteArrayOutputStream();
        meter.enter(sandbox.stage);
        double waited = meter.waitedSeconds();
        double notOurs = meter.cpuSecondsNotOurs();
        long started = THREADS.getCurrentThreadCpuTime();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new Unhurried());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double cpu = (THREADS.getCurrentThreadCpuTime() - started) / 1e9 - (meter.cpuSecondsNotOurs() - notOurs);
        cpuSeconds += cpu;
        meter.add(sandbox == Sandbox.TRACKING
                ? Usage.ofRuns(1, TRACKING_SECONDS * sandbox.memoryMb / 1024)
                : sandbox.run(cpu, meter.waitedSeconds() - waited));
        return out.toString(StandardCharsets.UTF_8);
    }

    /// What all invocations computed so far.
    double cpuSeconds() {
        return cpuSeconds;
    }

    /// Runs a scheduled function as its schedule does.
    void tick(Sandbox sandbox) {
        invoke(sandbox, "{\"at\":\"" + clock.instant() + "\"}");
        meter.add(Usage.ofSchedules(1));
    }

    /// What the table and the bucket hold, as they bill it.
    Usage kept() {
        long table = aws.items(TestContext.TABLE).stream().mapToLong(item -> ITEM_OVERHEAD + bytes(item)).sum();
        long bucket =
                aws.objects(TestContext.BUCKET).values().stream().mapToLong(object -> object.bytes().length).sum();
        return Usage.kept(table, bucket);
    }

    private static long bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream().mapToLong(entry -> entry.getKey().length() + bytes(entry.getValue())).sum();
    }

    private static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case L -> 3 + value.l().stream().mapToLong(each -> 1 + bytes(each)).sum();
            case M -> 3 + value.m().size() + bytes(value.m());
            default -> throw new IllegalStateException("an attribute of type " + value.type());
        };
    }

    /// The chunks in the table.
    List<StoredChunk> chunks() {
        return aws.items(TestContext.TABLE).stream()
                .filter(item -> item.containsKey("body"))
                .map(item -> StoredChunk.of(Item.of(item)))
                .toList();
    }

    /// Every function starts again in a new sandbox.
    void restart() {
        functions.clear();
        contexts.values().forEach(ApplicationContext::close);
        contexts.clear();
    }

    private final class Logged extends OutputStream {
        @Override
        public void write(int one) {
            meter.add(Usage.ofLogs(1));
        }

        @Override
        public void write(byte[] some, int from, int length) {
            meter.add(Usage.ofLogs(length));
        }
    }

    @Override
    public void close() {
        System.setOut(standardOut);
        contexts.values().forEach(ApplicationContext::close);
    }
}

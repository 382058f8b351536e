package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tracenova.app.Apps;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.testkit.RewindableAws;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;
import tracenova.testkit.badinput.BadInput;
import tracenova.testkit.badinput.BadInput.Exchange;
import tracenova.testkit.badinput.Keys;

/// Every case of bad-input.md over HTTP: through sockets, the gateway, the routes of template.yaml and the functions
/// they name, over an AWS in memory.
class BadInputHttpTest {

    private static final Duration STEP = Duration.ofMillis(1);

    private final TestClock clock = new TestClock();
    private final Instant start = clock.instant();
    private final RewindableAws aws = new RewindableAws(clock);
    private final ApplicationContext context = TestContext.start(aws, clock, new SilentLog());
    private HttpFront front;

    @BeforeEach
    void serve() throws IOException {
        var template = Template.read(Path.of(System.getProperty("tracenova.root"), "template.yaml"),
                new LocalNames("eu-west-1"));
        var functions = template.functions().stream()
                .filter(function -> function.handler().startsWith("tracenova.tracking."))
                .collect(Collectors.toMap(Template.Function::id, this::made));
        front = HttpFront.bind(0);
        front.serve(new Gateway(Routes.of(template), functions::get, JsonMapper.createDefault(), clock)::handle);
    }

    private UnaryOperator<byte[]> made(Template.Function function) {
        try {
            var handler = (RequestStreamHandler) Sandboxes.find(function)
                    .getConstructor(ApplicationContext.class).newInstance(context);
            return event -> answer(handler, event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(function.id(), e);
        }
    }

    private static byte[] answer(RequestStreamHandler handler, byte[] event) {
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @AfterEach
    void close() {
        front.close();
        context.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCase() {
        var keys = Keys.issue(context.getBean(Apps.class));
        aws.keep();
        return BadInput.all(keys, start).stream()
                .map(input -> DynamicTest.dynamicTest(input.id(), () -> run(input)));
    }

    private void run(BadInput input) {
        aws.rewind();
        clock.set(start);
        for (var exchange : input.exchanges()) {
            clock.advance(STEP);
            run(exchange);
        }
    }

    private void run(Exchange exchange) {
        var before = aws.stored();

        var answer = RawHttp.send(front.port(), exchange.sent());

        answer.assertAnswers(exchange);
        var stored = aws.stored().since(before);
        if (exchange.expected().isRefusal()) assertThat(stored.items()).isEmpty();
        if (!exchange.expected().stored().isEmpty()) {
            assertThat(stored.events()).extracting(StoredEvent::json).isEqualTo(exchange.expected().stored());
        }
    }
}

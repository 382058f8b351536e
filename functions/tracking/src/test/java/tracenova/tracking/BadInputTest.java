package tracenova.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tracenova.app.Apps;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.testkit.Stored;
import tracenova.testkit.badinput.BadInput;
import tracenova.testkit.badinput.BadInput.Exchange;
import tracenova.testkit.badinput.Expected;
import tracenova.testkit.badinput.Keys;

/// Every case of bad-input.md through the handlers: the answer, what is stored, what is sent.
class BadInputTest {

    private static final Duration STEP = Duration.ofMillis(1);

    private final Sandbox sandbox = new Sandbox();
    private final Instant start = sandbox.clock.instant();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCase() {
        var keys = Keys.issue(sandbox.bean(Apps.class));
        sandbox.aws.keep();
        return BadInput.all(keys, start).stream()
                .map(input -> DynamicTest.dynamicTest(input.id(), () -> run(input)));
    }

    private void run(BadInput input) {
        sandbox.aws.rewind();
        sandbox.clock.set(start);
        for (var exchange : input.exchanges()) {
            sandbox.clock.advance(STEP);
            run(exchange);
        }
    }

    private void run(Exchange exchange) {
        var before = sandbox.aws.stored();

        var answer = sandbox.send(exchange.sent());

        answer.assertAnswers(exchange);
        assertStored(exchange.expected(), sandbox.aws.stored().since(before));
    }

    private void assertStored(Expected expected, Stored stored) {
        if (expected.isRefusal()) {
            assertThat(stored.items()).isEmpty();
            assertThat(stored.messages()).isEmpty();
        }
        if (!expected.stored().isEmpty()) {
            assertThat(stored.events()).extracting(StoredEvent::json).isEqualTo(expected.stored());
            assertThat(stored.messages()).hasSameSizeAs(stored.chunks());
        }
        expected.at().ifPresent(at -> assertThat(stored.events()).allSatisfy(event -> {
            assertThat(event.at()).isBetween(at, at.plus(STEP));
            assertThat(event.adjusted()).isEqualTo(expected.adjusted());
        }));
    }
}

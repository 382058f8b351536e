package tracenova.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.Apps;
import tracenova.event.Json;
import tracenova.testkit.Fault;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.BadInput;
import tracenova.testkit.badinput.Keys;
import tracenova.testkit.badinput.Wire;

/// What answers and log lines show, whatever goes wrong.
class RevealingTest {

    private static final List<Fault> FAULTS =
            List.of(Plain.THROTTLE, Plain.E500, Plain.IO_BEFORE, Plain.IO_AFTER, Plain.TRUNCATED,
                    Plain.WRONG_CHECKSUM, Plain.HTML, new Fault.Slow(Duration.ofSeconds(2), Fault.Slow.Effect.BEFORE),
                    new Fault.Slow(Duration.ofSeconds(2), Fault.Slow.Effect.AFTER));

    /// Every answer under a thousand random faults: taken, or *not stored or unknown*, and nothing about why.
    @Test
    void S45_faultsRevealNothing() {
        try (var sandbox = new Sandbox()) {
            var keys = Keys.issue(sandbox.bean(Apps.class));
            sandbox.aws.keep();
            var random = new Random(45);
            int refused = 0;
            for (int i = 0; i < 1_000; i++) {
                if (i % 20 == 0) {
                    sandbox.aws.rewind();
                }
                sandbox.transport.plan(
                        attempt -> random.nextInt(3) > 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : Plain.NONE);

                var answered = sandbox.send(wire(keys.live(), i));

                assertThat(answered.status()).as(answered.body()).isIn(202, 503);
                if (answered.status() == 503) {
                    refused++;
                    assertUnknown(answered);
                }
                sandbox.clock.advance(Duration.ofSeconds(31));
            }
            assertThat(refused).isBetween(200, 990);
        }
    }

    private static void assertUnknown(Answered answered) {
        answered.assertRevealsNothing();
        assertThat(answered.headers()).containsEntry("retry-after", "1");
        assertThat(Json.of(answered.body()).get("type").orElseThrow().string()).endsWith("/overloaded");
    }

    private static Wire wire(String key, int number) {
        return new Wire("POST", number % 2 == 0 ? "/api/v1/track" : "/api/v1/funnel-steps",
                Map.of("content-type", "application/json", "x-api-key", key),
                ("{\"type\":\"custom\",\"session_id\":\"s" + number + "\",\"event_id\":\"e" + number
                        + "\",\"funnel_slug\":\"checkout\",\"step_key\":\"cart\"}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nINFO forged", "\u001b[2J", "{\"event\":\"forged\"}", "\u2028", "😀",
        "${jndi:ldap://127.0.0.1/a}", "%n%s"})
    void B158_aRefusedRequestIsOneLineOfJson(String hostile) {
        var printed = printed(() -> {
            var clock = new TestClock();
            try (var context = TestContext.start(TestContext.aws(clock), clock)) {
                var keys = Keys.issue(context.getBean(Apps.class));
                var wire = new Wire("POST", "/api/v1/track",
                        Map.of("content-type", "application/" + hostile, "x-api-key", keys.live(),
                                "idempotency-key", hostile, "user-agent", hostile),
                        hostile.getBytes(UTF_8));
                new Endpoints(context).send(wire);
            }
        });

        assertThat(printed.lines()).hasSize(1);
        assertThat(Json.of(printed.strip()).get("type").orElseThrow().string()).isEqualTo("unsupported-media");
        assertThat(printed).doesNotContain("forged").doesNotContain("jndi");
    }

    @Test
    void aRequestThatIsTakenIsNoLineAtAll() {
        var printed = printed(() -> {
            var clock = new TestClock();
            try (var context = TestContext.start(TestContext.aws(clock), clock)) {
                new Endpoints(context).send(wire(Keys.issue(context.getBean(Apps.class)).live(), 0));
            }
        });

        assertThat(printed).isEmpty();
    }

    @Test
    void B092_anotherLocaleChangesNothing() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try (var sandbox = new Sandbox()) {
            var keys = Keys.issue(sandbox.bean(Apps.class));
            BadInput.all(keys, sandbox.clock.instant()).stream()
                    .filter(input -> input.id().matches("B0(33|34|43|50|65|72|93)\\b.*|B1(25|40|41)\\b.*"))
                    .flatMap(input -> input.exchanges().stream())
                    .forEach(exchange -> sandbox.send(exchange.sent()).assertAnswers(exchange));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String printed(Runnable work) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, UTF_8)) {
            System.setOut(out);
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8);
    }
}

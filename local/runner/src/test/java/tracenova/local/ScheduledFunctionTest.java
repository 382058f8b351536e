package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduledFunctionTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final Template.Schedule EVERY_MINUTE = new Template.Schedule(
            ScheduleExpression.parse("rate(1 minute)", ZoneOffset.UTC),
            "{\"at\":\"<aws.scheduler.scheduled-time>\"}", true);

    @Test
    void inputNamesTheScheduledTime() {
        var function = new ScheduledFunction(EVERY_MINUTE, input -> input);

        assertThat(new String(function.run(AT), StandardCharsets.UTF_8)).isEqualTo("{\"at\":\"2026-01-31T12:00:00Z\"}");
    }

    @Test
    void neverRunsTwiceAtOnce() throws InterruptedException {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var function = new ScheduledFunction(EVERY_MINUTE, input -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.yield();
            inside.decrementAndGet();
            return input;
        });

        var done = new CountDownLatch(50);
        for (var i = 0; i < 50; i++) {
            Thread.startVirtualThread(() -> {
                function.run(AT);
                done.countDown();
            });
        }
        done.await();

        assertThat(most).hasValue(1);
    }
}

package tracenova.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// A function with a schedule. It never runs twice at once here: what comes meanwhile waits, and ticks of the
/// clock that pass meanwhile are left out.
final class ScheduledFunction {

    private static final System.Logger LOG = System.getLogger(ScheduledFunction.class.getName());
    private static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

    private final Template.Schedule schedule;
    private final UnaryOperator<byte[]> function;
    private final ReentrantLock running = new ReentrantLock(true);

    ScheduledFunction(Template.Schedule schedule, UnaryOperator<byte[]> function) {
        this.schedule = schedule;
        this.function = function;
    }

    /// Runs it now, as if the schedule's time were `at`; its answer.
    byte[] run(Instant at) {
        return invoke(schedule.input().replace(SCHEDULED_TIME, at.toString()));
    }

    byte[] invoke(String input) {
        running.lock();
        try {
            return function.apply(input.getBytes(StandardCharsets.UTF_8));
        } finally {
            running.unlock();
        }
    }

    /// Follows the clock until it is interrupted.
    void follow(InstantSource clock, Gate gate) {
        try {
            var next = schedule.enabled() ? schedule.expression().next(clock.instant()) : Optional.<Instant>empty();
            while (next.isPresent()) {
                var at = next.get();
                Thread.sleep(Duration.between(clock.instant(), at).plusMillis(1));
                gate.pass(() -> attempt(at));
                next = schedule.expression().next(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Instant at) {
        try {
            run(at);
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "a scheduled run failed; the next one follows its clock", e);
        }
    }
}

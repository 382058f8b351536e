package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate();

    @Test
    void closingWaitsForWhatIsInside() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        Thread.startVirtualThread(() -> pass(() -> {
            inside.countDown();
            await(finish);
            finished.set(true);
        }));
        inside.await();
        Thread.startVirtualThread(finish::countDown);

        gate.close();

        assertThat(finished).isTrue();
    }

    @Test
    void nothingPassesUntilItIsOpenAgain() throws InterruptedException {
        gate.close();
        var passed = new AtomicBoolean();
        var waiting = Thread.ofVirtual().start(() -> pass(() -> passed.set(true)));
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(passed).isFalse();

        gate.open();
        waiting.join();

        assertThat(passed).isTrue();
    }

    private void pass(Runnable work) {
        try {
            gate.pass(work);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

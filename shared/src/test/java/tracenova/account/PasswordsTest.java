package tracenova.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tracenova.id.Secrets;
import tracenova.table.Table;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class PasswordsTest {

    private static final int SIGN_INS = 200;

    @Test
    @Timeout(120)
    void S10_ofTwoHundredSignInsAtOnceTwoHashAndTheOthersWait() throws InterruptedException {
        var gate = new Gate();
        var accounts = accounts(gate);
        var threads = IntStream.range(0, SIGN_INS)
                .mapToObj(i -> Thread.ofPlatform().daemon().start(
                        () -> accounts.signIn("user" + i + "@example.com", "a long enough one", "source " + i)))
                .toList();

        // Whoever still runs could be one that hashes.
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }

        assertThat(gate.inside).hasValue(2);
        gate.open.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(gate.hashed).hasValue(SIGN_INS);
        assertThat(gate.most).hasValue(2);
    }

    private static Accounts accounts(Hashing hashing) {
        var clock = new TestClock();
        var table = new Table(TestClients.over(TestContext.aws(clock)).dynamoDb(), TestContext.TABLE);
        return new Accounts(table, clock, Secrets.system(), new Passwords(Secrets.system(), hashing),
                new Attempts(table, clock), new PropertyRegistration("open"));
    }

    /// Whoever hashes stays inside until it opens.
    private static final class Gate implements Hashing {

        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger hashed = new AtomicInteger();

        @Override
        public boolean matches(byte[] password, String hash) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            hashed.incrementAndGet();
            inside.decrementAndGet();
            return false;
        }

        @Override
        public String hash(byte[] password, byte[] salt) {
            throw new AssertionError("nobody is known here");
        }

        @Override
        public boolean isCurrent(String hash) {
            throw new AssertionError("nobody is known here");
        }
    }
}

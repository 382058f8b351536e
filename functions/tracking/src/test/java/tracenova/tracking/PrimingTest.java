package tracenova.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class PrimingTest {

    @Test
    void goesThroughARequestAndLeavesNothingBehind() {
        var clock = new TestClock();
        var aws = TestContext.aws(clock);
        try (var context = TestContext.start(aws, clock)) {
            var priming = context.getBean(Priming.class);

            priming.beforeCheckpoint(null);
            priming.afterRestore(null);

            assertThat(aws.items(TestContext.TABLE)).isEmpty();
            assertThat(aws.items(TestContext.SALTS)).isEmpty();
            assertThat(aws.messages(TestContext.QUEUE)).isEmpty();
        }
    }
}

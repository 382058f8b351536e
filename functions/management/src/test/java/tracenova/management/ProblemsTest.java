package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import tracenova.ingest.ProblemType;
import tracenova.testkit.SilentLog;

class ProblemsTest {

    private final SilentLog log = new SilentLog();

    @Test
    void aStoreThatFailsMayBeAskedAgainWhateverItsExceptionIsWrappedIn() {
        var wrapped = new CompletionException(new IllegalStateException(SdkClientException.create("gone")));

        assertThat(Problems.unexpected(wrapped, "r-1", log)).isEqualTo(Problems.OVERLOADED);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void allElseIsAMistakeOfOursNotedByWhereItCameUp() {
        assertThat(Problems.unexpected(new ArithmeticException("4711"), "r-1", log).type())
                .isEqualTo(ProblemType.INTERNAL);
        assertThat(log.lines()).singleElement().satisfies(line -> assertThat(line.get("at"))
                .startsWith("tracenova.management.ProblemsTest.allElse"));
        assertThat(log.lines().toString()).contains("r-1", "ArithmeticException").doesNotContain("4711");
    }
}

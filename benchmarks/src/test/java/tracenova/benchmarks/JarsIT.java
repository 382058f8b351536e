package tracenova.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The counts that need the functions' jars.
class JarsIT {

    @Test
    void jarsFitIntoLambda() {
        assertThat(Jars.rows()).allMatch(Row::met);
    }

    @Test
    void aTrackingFunctionLoadsFewClassesUntilItsFirstAnswer() {
        assertThat(ColdClasses.rows()).allMatch(Row::met);
    }

    @Test
    void nothingFromBeforeACheckpointIsUsedAfterIt() {
        assertThat(Priming.measure().rows()).allMatch(Row::met);
    }
}

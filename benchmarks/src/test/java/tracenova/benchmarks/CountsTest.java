package tracenova.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tracenova.benchmarks.Ledger.Traffic;
import tracenova.id.Hashes;
import tracenova.testkit.Examples;

/// The counts that gate every build: the same on every machine, on small inputs.
class CountsTest {

    @Test
    void aRequestOfOneSessionIsOnePutAndOneSendAndNothingIsLogged() {
        holds(Calls.measure().rows());
    }

    @Test
    void aStoredEventTakesFewBytes() {
        holds(ChunkSize.rows());
    }

    @Test
    void aStoredEventTakesFewWriteUnits() {
        assertThat(Ledger.writesPerEvent(new Traffic(1, 100), 500)).isLessThanOrEqualTo(1.1);
        assertThat(Ledger.writesPerEvent(new Traffic(10, 100), 1_000)).isLessThanOrEqualTo(0.12);
        assertThat(Ledger.writesPerEvent(new Traffic(100, 100), 2_000)).isLessThanOrEqualTo(0.07);
    }

    @Test
    void anIdleDayCostsLittleAndOpensNoDatabase() {
        holds(Idle.measure(1).rows());
    }

    /// How fast they are is no gate.
    @Test
    void collectPutsOneObjectAndCompactKeepsEachEventOnce() {
        assertThat(counts(Collecting.measure(20_000).rows())).isNotEmpty().allMatch(Row::met);
        // More than fit into a row group, of which bytes once depended on what came with them.
        assertThat(counts(Compacting.measure(20, 80, 1).rows())).isNotEmpty().allMatch(Row::met);
    }

    /// What was deflated with it must be inflated with it, for ever. A better one is a new version.
    @Test
    void dictionaryNeverChanges() throws IOException {
        var text = Files.readString(Examples.root().resolve(Dictionary.FILE));

        assertThat(text.length()).isLessThanOrEqualTo(Dictionary.MOST_BYTES);
        assertThat(Hashes.sha256(text)).isEqualTo("e45b68297441d4bca0b14d6a579bec10c0984c9537c020c4558ba1a408002f58");
    }

    private static List<Row> counts(List<Row> rows) {
        return rows.stream().filter(row -> !row.what().contains("CPU-s")).toList();
    }

    private static void holds(List<Row> rows) {
        assertThat(rows).isNotEmpty().allMatch(Row::met);
    }
}

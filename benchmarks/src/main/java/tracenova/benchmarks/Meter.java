package tracenova.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Adds up usage by stage, and counts calls by their names.
final class Meter {

    private final Map<Stage, Usage> usage = new EnumMap<>(Stage.class);
    private final Map<String, Integer> calls = new TreeMap<>();
    private Stage stage = Stage.SETUP;
    private double waitedSeconds;
    private double cpuSecondsNotOurs;

    /// From here on this stage is at work.
    void enter(Stage next) {
        stage = next;
    }

    void add(Usage more) {
        add(stage, more);
    }

    void add(Stage whose, Usage more) {
        usage.merge(whose, more, Usage::plus);
    }

    /// A call by its name, and how long it is taken to be waited for.
    void call(String name, double seconds) {
        calls.merge(name, 1, Integer::sum);
        waitedSeconds += seconds;
    }

    double waitedSeconds() {
        return waitedSeconds;
    }

    /// What the AWS in memory and the counting computed: no function's time.
    void notOurs(double cpuSeconds) {
        cpuSecondsNotOurs += cpuSeconds;
    }

    double cpuSecondsNotOurs() {
        return cpuSecondsNotOurs;
    }

    /// What tracking and collect do with the table is a stage of its own.
    void addTable(Usage more) {
        add(stage == Stage.FRONT_DOOR || stage == Stage.COLLECT ? Stage.TABLE : stage, more);
    }

    Map<Stage, Usage> usage() {
        return new EnumMap<>(usage);
    }

    /// Calls since the start or the last [#forgetCalls], by name: `PutItem`, `SendMessageBatch`, `S3 PUT`.
    Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    void forgetCalls() {
        calls.clear();
    }

    void forgetUsage() {
        usage.clear();
    }
}

package tracenova.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Adds up usage by the stage that is at work, and counts calls by their names.
final class Meter {

    private final Map<Stage, Usage> usage = new EnumMap<>(Stage.class);
    private final Map<String, Integer> calls = new TreeMap<>();
    private Stage stage = Stage.SETUP;

    /// From here on everything is this stage's.
    void enter(Stage next) {
        stage = next;
    }

    void add(Usage more) {
        usage.merge(stage, more, Usage::plus);
    }

    void call(String name) {
        calls.merge(name, 1, Integer::sum);
    }

    Usage of(Stage wanted) {
        return usage.getOrDefault(wanted, Usage.NONE);
    }

    /// Calls since the start or the last [#forgetCalls], by name: `PutItem`, `SendMessageBatch`, `S3 PUT`.
    Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    void forgetCalls() {
        calls.clear();
    }
}

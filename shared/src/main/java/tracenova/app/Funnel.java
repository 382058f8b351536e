package tracenova.app;

import java.util.List;

/// An ordered list of steps of one app; `number` is given in order of creation, `revision` is another one after each
/// change.
public record Funnel(String slug, long number, String name, List<Step> steps, String revision) {

    /// A step by the key that is sent and by the name that people read.
    public record Step(String key, String name) {}

    public Funnel {
        steps = List.copyOf(steps);
    }

    /// What `step_key` may be.
    public List<String> keys() {
        return steps.stream().map(Step::key).toList();
    }
}

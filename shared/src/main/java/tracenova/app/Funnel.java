package tracenova.app;

import java.util.List;

/// An ordered list of steps of one app; `number` is given in order of creation.
public record Funnel(String slug, long number, List<String> steps) {

    public Funnel {
        steps = List.copyOf(steps);
    }
}

package tracenova.conservation;

import java.util.List;

/// A step, what goes wrong in it, and where its runs stop for a while.
record Act(Step step, List<Fault> faults, List<Pause> pauses) {

    static Act of(Step step, Fault... faults) {
        return new Act(step, List.of(faults), List.of());
    }

    Act pausing(Pause... at) {
        return new Act(step, faults, List.of(at));
    }

    Act without(Fault fault) {
        return new Act(step, faults.stream().filter(other -> other != fault).toList(), pauses);
    }

    @Override
    public String toString() {
        return step + (faults.isEmpty() ? "" : " with " + faults) + (pauses.isEmpty() ? "" : " stopping " + pauses);
    }
}

package tracenova.conservation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing schedule smaller while it still fails: fewer steps, fewer faults, fewer stops, fewer events.
final class Shrinker {

    private final Predicate<Schedule> fails;
    private int tries;

    Shrinker(Predicate<Schedule> fails, int tries) {
        this.fails = fails;
        this.tries = tries;
    }

    Schedule shrink(Schedule schedule) {
        var smallest = schedule;
        for (int size = Math.max(1, schedule.acts().size() / 2); size >= 1; size /= 2) {
            smallest = withoutSteps(smallest, size);
        }
        return withoutEvents(withoutTrouble(smallest));
    }

    private boolean stillFails(Schedule schedule) {
        return tries-- > 0 && fails.test(schedule);
    }

    private Schedule withoutSteps(Schedule schedule, int size) {
        var smallest = schedule;
        for (int from = 0; from < smallest.acts().size();) {
            var acts = new ArrayList<>(smallest.acts());
            acts.subList(from, Math.min(acts.size(), from + size)).clear();
            var smaller = smallest.with(acts);
            if (stillFails(smaller)) smallest = smaller;
            else from += size;
        }
        return smallest;
    }

    private Schedule withoutTrouble(Schedule schedule) {
        var smallest = schedule;
        for (int i = 0; i < smallest.acts().size(); i++) {
            var act = smallest.acts().get(i);
            for (var fault : act.faults()) smallest = replaced(smallest, i, smallest.acts().get(i).without(fault));
            smallest = act.pauses().isEmpty() ? smallest : replaced(smallest, i, smallest.acts().get(i).pausing());
        }
        return smallest;
    }

    private Schedule replaced(Schedule schedule, int index, Act act) {
        var acts = new ArrayList<>(schedule.acts());
        acts.set(index, act);
        var smaller = schedule.with(acts);
        return stillFails(smaller) ? smaller : schedule;
    }

    private Schedule withoutEvents(Schedule schedule) {
        var smallest = schedule;
        for (int i = 0; i < smallest.requests().size(); i++) {
            for (int k = smallest.requests().get(i).events().size() - 1; k >= 0; k--) {
                var events = new ArrayList<>(smallest.requests().get(i).events());
                if (events.size() == 1) break;
                events.remove(k);
                var requests = new ArrayList<>(smallest.requests());
                requests.set(i, requests.get(i).with(List.copyOf(events)));
                var smaller = smallest.withRequests(requests);
                if (stillFails(smaller)) smallest = smaller;
            }
        }
        return smallest;
    }
}

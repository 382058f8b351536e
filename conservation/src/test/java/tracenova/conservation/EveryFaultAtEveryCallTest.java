package tracenova.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/// Every kind of fault at every call that a clean run of each function makes, once and lasting: each has the
/// outcome of the matrix, and after each every promise is kept.
class EveryFaultAtEveryCallTest {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);

    private final Report report = new Report();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<Matrix, Integer> rows = Collections.synchronizedMap(new EnumMap<>(Matrix.class));

    /// A fault at one call of a scenario.
    private record Case(Scenario scenario, int call, String at, Kind kind, boolean lasting) {

        Fault fault() {
            int amount = switch (kind) {
                case SLOW -> 90_000;
                case LATE -> 2;
                case PARTIAL, DROP -> 1;
                default -> 0;
            };
            return new Fault("*", call, 1, lasting ? Fault.ALWAYS : 1, kind, amount);
        }

        @Override
        public String toString() {
            return "%s%s at call %d (%s) of %s".formatted(lasting ? "lasting " : "", kind, call, at, scenario.name());
        }
    }

    @Test
    void everyFaultAtEveryCallHasItsOutcome() {
        var scenarios = new ConcurrentLinkedQueue<>(Scenario.all());
        var cases = new ConcurrentLinkedQueue<Case>();
        Workers.run(() -> {
            var bench = new Bench();
            for (var one = scenarios.poll(); one != null; one = scenarios.poll()) cases.addAll(casesOf(bench, one));
        });
        int all = cases.size();
        var start = System.nanoTime();
        Workers.run(() -> {
            var bench = new Bench();
            for (var one = cases.poll(); one != null && failures.size() < 10; one = cases.poll()) check(bench, one);
        });
        System.out.printf("every fault at every call: %d cases, seconds %d%n%s", all,
                (System.nanoTime() - start) / 1_000_000_000, text());

        assertThat(failures).isEmpty();
        assertThat(Matrix.values()).allMatch(rows::containsKey);
    }

    /// What a clean run asks for, at each position its first and its last call.
    private List<Case> casesOf(Bench bench, Scenario scenario) {
        var trace = new ArrayList<String>();
        var steps = new int[1];
        var violation = Life.of(bench, scenario.with(), Mutant.NONE, report).violation((act, run) -> {
            if (steps[0]++ == scenario.stepOfInterest()) trace.addAll(run.trace());
        });
        violation.ifPresent(what -> failures.add("a clean run of " + scenario.name() + ": " + what));
        var cases = new ArrayList<Case>();
        for (int i = 0; i < trace.size(); i++) {
            var at = trace.get(i);
            if (trace.indexOf(at) != i && trace.lastIndexOf(at) != i) continue;
            for (var kind : Kind.values()) {
                if (!kind.fits(Positions.operationOf(at))) continue;
                cases.add(new Case(scenario, i + 1, at, kind, false));
                if (!kind.isCrash() && kind != Kind.STALE) cases.add(new Case(scenario, i + 1, at, kind, true));
            }
        }
        return cases;
    }

    private void check(Bench bench, Case one) {
        var steps = new int[1];
        var life = Life.of(bench, one.scenario.with(one.fault()), Mutant.NONE, report);
        // Figures follow from the lake, which is compared with the table either way.
        if (!one.at.startsWith("COMPACT") && !one.at.startsWith("INSIGHTS")) life.withoutFigures();
        var violation = life.violation((act, run) -> {
            if (steps[0]++ == one.scenario.stepOfInterest()) outcome(one, life, run);
        });
        violation.ifPresent(what -> failures.add(one + ": " + what));
    }

    private void outcome(Case one, Life life, Running run) {
        var status =
                life.history().by(run).filter(Sending::isAnswered).map(sending -> sending.answer.status()).orElse(-1);
        if (status >= 0 && Duration.between(run.started(), life.world().now()).compareTo(ANSWERED_WITHIN) >= 0) {
            failures.add(one + ": answered too late");
        }
        for (var row : Matrix.rowsOf(one.at, one.kind, one.lasting)) {
            rows.merge(row, 1, Integer::sum);
            if (!row.statuses().isEmpty() && !row.statuses().contains(status)) {
                failures.add(one + ": " + row + " wants " + row.statuses() + ", not " + status);
            }
        }
    }

    private String text() {
        var text = new StringBuilder();
        new TreeMap<>(rows).forEach((row, count) -> text.append("  ").append(row).append(' ').append(count));
        return text.append('\n').toString();
    }
}

package tracenova.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/// Random schedules of faults break no promise; every wrong product breaks one; those that only differ break none.
/// `-Dschedules=10000` runs more of them, `-Dfirst=…` begins with another seed, `-Dmutant=…` picks mutants.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated
class ConservationTest {

    private static final long FIRST = Long.getLong("first", 1);
    private static final int SCHEDULES = Integer.getInteger("schedules", 500);
    private static final int MUTANT_TRIES = Integer.getInteger("mutant.tries", 60);
    private static final int EQUIVALENT_SCHEDULES = Integer.getInteger("equivalent.schedules", 50);
    private static final String MUTANT = System.getProperty("mutant", "");
    private static final int SHRINKING = 200;

    private static final Report REPORT = new Report();
    private static final long START = System.nanoTime();

    @AfterAll
    static void report() {
        System.out.println(REPORT.text((System.nanoTime() - START) / 1_000_000_000));
    }

    @Test
    @Order(1)
    void everyPromiseIsKept() {
        var violations = Collections.synchronizedList(new ArrayList<String>());
        var next = new AtomicLong(FIRST);
        Workers.run(() -> {
            var bench = new Bench();
            for (var seed = next.getAndIncrement(); seed < FIRST + SCHEDULES && violations.isEmpty(); seed =
                    next.getAndIncrement()) {
                violated(bench, Generator.schedule(seed)).ifPresent(violations::add);
            }
        });
        REPORT.note("violations " + violations.size());

        assertThat(violations).isEmpty();
        assertThat(REPORT.rules()).as("a rule that no schedule touched is not tested").doesNotContainValue(0L);
    }

    /// With the smallest schedule found that shows it.
    private static Optional<String> violated(Bench bench, Schedule schedule) {
        return Life.of(bench, schedule, Mutant.NONE, REPORT).violation().map(what -> {
            var smallest = new Shrinker(smaller -> again(bench, smaller).isPresent(), SHRINKING).shrink(schedule);
            return what + "\n" + smallest + "-> " + again(bench, smallest).orElse("not again");
        });
    }

    private static Optional<String> again(Bench bench, Schedule schedule) {
        return Life.of(bench, schedule, Mutant.NONE, new Report()).violation();
    }

    @Test
    @Order(2)
    void everyMutantIsCaught() {
        var waiting = new ConcurrentLinkedQueue<Mutation>();
        for (var mutation : Mutation.values()) if (mutation.name().contains(MUTANT)) waiting.add(mutation);
        var all = waiting.size();
        var survivors = Collections.synchronizedList(new ArrayList<Mutation>());
        Workers.run(() -> {
            for (var mutation = waiting.poll(); mutation != null; mutation = waiting.poll()) {
                var caught = mutation.caught(MUTANT_TRIES);
                if (caught.isEmpty()) survivors.add(mutation);
                REPORT.note("  %-36s %s".formatted(mutation, caught.isEmpty() ? "survives" : caught));
            }
        });
        REPORT.note("mutants caught %d/%d".formatted(all - survivors.size(), all));

        assertThat(survivors).isEmpty();
    }

    @Test
    @Order(3)
    void everyEquivalentSurvives() {
        var waiting = new ConcurrentLinkedQueue<>(List.of(Equivalent.values()));
        var accused = Collections.synchronizedList(new ArrayList<String>());
        Workers.run(() -> {
            var bench = new Bench();
            for (var one = waiting.poll(); one != null; one = waiting.poll()) {
                accusation(bench, one).ifPresent(accused::add);
            }
        });
        var all = Equivalent.values().length;
        REPORT.note("equivalents survived %d/%d".formatted(all - accused.size(), all));

        assertThat(accused).isEmpty();
    }

    private static Optional<String> accusation(Bench bench, Equivalent equivalent) {
        for (long seed = FIRST + 1_000; seed < FIRST + 1_000 + EQUIVALENT_SCHEDULES; seed++) {
            var violation = Life.of(bench, Generator.schedule(seed), equivalent.make(), new Report()).violation();
            if (violation.isPresent()) return Optional.of(equivalent + " in schedule " + seed + ": " + violation.get());
        }
        return Optional.empty();
    }
}

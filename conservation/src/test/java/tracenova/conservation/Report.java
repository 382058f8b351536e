package tracenova.conservation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What was really exercised: schedules, events, faults by kind, rules.
final class Report {

    private static final int LINE = 160;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final Map<Kind, LongAdder> faults = new ConcurrentHashMap<>();
    private final Map<Rule, LongAdder> rules = new ConcurrentHashMap<>();
    final LongAdder schedules = new LongAdder();
    final LongAdder events = new LongAdder();
    final LongAdder calls = new LongAdder();

    /// One more line at the end.
    void note(String line) {
        notes.add(line.length() > LINE ? line.substring(0, LINE) + "…" : line);
    }

    void lived(Schedule schedule) {
        schedules.increment();
        events.add(schedule.events());
    }

    /// For people to read.
    String text(long seconds) {
        var text = new StringBuilder("schedules %d, events %d, calls %d, seconds %d%n".formatted(
                schedules.sum(), events.sum(), calls.sum(), seconds));
        faults().forEach((kind, count) -> text.append("  fault %-12s %d%n".formatted(kind, count)));
        rules().forEach((rule, count) -> text.append("  rule %-4s %8d  %s%n".formatted(rule, count, rule.meaning())));
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    void injected(Kind kind) {
        faults.computeIfAbsent(kind, key -> new LongAdder()).increment();
    }

    void exercised(Rule rule) {
        rules.computeIfAbsent(rule, key -> new LongAdder()).increment();
    }

    Map<Kind, Long> faults() {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        faults.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    /// Every rule, also those that nothing exercised.
    Map<Rule, Long> rules() {
        var counts = new TreeMap<Rule, Long>();
        for (var rule : Rule.values()) counts.put(rule, rules.containsKey(rule) ? rules.get(rule).sum() : 0);
        return counts;
    }
}

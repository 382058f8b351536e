package tracenova.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracenova.benchmarks.Ledger.Traffic;

/// The ledger's lines and its table by stage.
final class LedgerRows {

    private record Goal(Traffic traffic, double dollars, double writes, String floor, String writesFloor) {}

    private static final List<Goal> GOALS = List.of(
            new Goal(new Traffic(1, 100), 2.60, 1.1, "$1.33 (front door alone)", "1"),
            new Goal(new Traffic(10, 100), 0.28, 0.12, "$0.133 (front door alone)", "0.1"),
            new Goal(new Traffic(100, 100), 0.07, 0.07, "$0.0133 (front door alone)", "0.04"));

    private static final Map<Stage, List<Double>> BUDGETS = Map.of(
            Stage.FRONT_DOOR, List.of(1.327, 0.133, 0.0133),
            Stage.TABLE, List.of(0.638, 0.075, 0.0375),
            Stage.QUEUE, List.of(0.480, 0.048, 0.0048),
            Stage.STORAGE, List.of(0.105, 0.020, 0.0104));

    private final Map<Traffic, Map<Stage, Usage>> measured = new LinkedHashMap<>();

    LedgerRows() {
        GOALS.forEach(goal -> measured.put(goal.traffic, Ledger.ofAMillion(goal.traffic)));
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var goal : GOALS) {
            var total = Ledger.total(measured.get(goal.traffic));
            var what = "1 M events, " + goal.traffic.perRequest() + " per request";
            rows.add(Row.atMost("ledger", what, total.dollars(), goal.dollars, "$", goal.floor));
            rows.add(Row.atMost("wru", "per event, " + goal.traffic.perRequest() + " per request",
                    Ledger.writesPerEvent(goal.traffic, 10_000), goal.writes, "", goal.writesFloor));
        }
        rows.add(Row.printed("wru", "per event, sessions of 10, 10 per request",
                Row.figure(Ledger.writesPerEvent(new Traffic(10, 10), 5_000), ""), ""));
        rows.add(Row.printed("ledger", "trickle: an event a minute, a month",
                Row.figure(Ledger.trickle().dollars(), "$"), ""));
        return rows;
    }

    /// Markdown: dollars by stage, what the target grants beside.
    String stages() {
        var text = new StringBuilder("| stage | 1 per request | 10 | 100 | granted |\n|---|---|---|---|---|\n");
        for (var stage : Stage.values()) {
            if (stage == Stage.SETUP) continue;
            text.append("| ").append(stage);
            measured.values().forEach(stages -> text.append(" | ")
                    .append(Row.figure(stages.getOrDefault(stage, Usage.NONE).dollars(), "$")));
            text.append(" | ").append(BUDGETS.containsKey(stage)
                    ? String.join(" · ", BUDGETS.get(stage).stream().map(dollars -> Row.figure(dollars, "$")).toList())
                    : "").append(" |\n");
        }
        return text.append("\nTo the stages without a share of their own 0.050 · 0.004 · 0.004 are left together.\n")
                .toString();
    }
}

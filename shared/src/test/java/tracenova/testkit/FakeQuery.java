package tracenova.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import tracenova.testkit.Condition.Both;
import tracenova.testkit.Condition.Placeholders;
import tracenova.testkit.Condition.Test;

/// One page of a query: at most `Limit` items and 1 MB, read in key order from behind `ExclusiveStartKey`.
final class FakeQuery {

    private static final int PAGE_BYTES = 1024 * 1024;
    private static final Set<String> SORT_KEY_TESTS =
            Set.of("=", "<", "<=", ">", ">=", "between", "begins_with");

    private final FakeTable table;
    private final Map<String, Object> input;
    private final Placeholders placeholders;
    private final List<Map<String, Object>> found = new ArrayList<>();
    private int scanned;
    private int bytes;
    private Map<String, Object> last;

    FakeQuery(FakeTable table, Map<String, Object> input, Placeholders placeholders) {
        this.table = table;
        this.input = input;
        this.placeholders = placeholders;
    }

    FakeQuery run() {
        var condition = Expression.parse((String) input.get("KeyConditionExpression")).condition();
        int limit = input.get("Limit") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        for (var item : behindStart(partition(condition)).values()) {
            if (!condition.holds(item, placeholders)) continue;
            if (scanned == limit || bytes >= PAGE_BYTES) return this;
            scanned++;
            bytes += Attribute.size(item);
            last = item;
            if (passesFilter(item)) found.add(item);
        }
        // The service does not look ahead: a full page names its last key even if nothing follows.
        if (scanned < limit) last = null;
        return this;
    }

    private boolean passesFilter(Map<String, Object> item) {
        return !(input.get("FilterExpression") instanceof String text)
                || Expression.parse(text).condition().holds(item, placeholders);
    }

    List<Map<String, Object>> found() {
        return found;
    }

    int scanned() {
        return scanned;
    }

    int bytes() {
        return bytes;
    }

    /// The key to go on from; empty after the last page.
    Map<String, Object> lastKey() {
        return last == null ? Map.of() : table.keyOf(last);
    }

    private NavigableMap<String, Map<String, Object>> behindStart(
            NavigableMap<String, Map<String, Object>> partition) {
        boolean backward = Boolean.FALSE.equals(input.get("ScanIndexForward"));
        var ordered = backward ? partition.descendingMap() : partition;
        var start = Json.map(input.get("ExclusiveStartKey"));
        return start.isEmpty() ? ordered : ordered.tailMap(table.sort(start), false);
    }

    private NavigableMap<String, Map<String, Object>> partition(Condition condition) {
        String partition = null;
        var tests = new ArrayList<Test>();
        flatten(condition, tests);
        for (var test : tests) {
            var name = placeholders.attribute(test.operands().getFirst().text());
            boolean hash = name.equals(table.hashKey) && test.name().equals("=");
            boolean sort = name.equals(table.sortKey) && SORT_KEY_TESTS.contains(test.name());
            if (!hash && !sort) throw invalid("Query key condition not supported");
            if (hash) partition = Attribute.text(placeholders.value(test.operands().get(1), Map.of()));
        }
        if (partition == null) throw invalid("Query condition missed key schema element: " + table.hashKey);
        if (tests.size() > 2) throw invalid("Conditions can be of length 1 or 2 only");
        return table.partition(partition);
    }

    private static void flatten(Condition condition, List<Test> tests) {
        switch (condition) {
            case Test test -> tests.add(test);
            case Both(var left, var right) -> {
                flatten(left, tests);
                flatten(right, tests);
            }
            case Condition.Either _,Condition.Not _ ->
                    throw invalid("Invalid operator used in KeyConditionExpression");
        }
    }

    private static Refusal invalid(String message) {
        return new Refusal(400, "ValidationException", message);
    }
}

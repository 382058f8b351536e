package tracenova.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import tracenova.testkit.Condition.Placeholders;

/// One page of a query: at most `Limit` items and 1 MB, read in key order from behind `ExclusiveStartKey`.
final class FakeQuery {

    private static final int PAGE_BYTES = 1024 * 1024;

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
        var condition = KeyCondition.parse((String) input.get("KeyConditionExpression"), table, placeholders);
        int limit = input.get("Limit") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        for (var item : behindStart(condition.range()).values()) {
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
            NavigableMap<String, Map<String, Object>> range) {
        boolean backward = Boolean.FALSE.equals(input.get("ScanIndexForward"));
        var ordered = backward ? range.descendingMap() : range;
        var start = Json.map(input.get("ExclusiveStartKey"));
        try {
            return start.isEmpty() ? ordered : ordered.tailMap(table.sort(start), false);
        } catch (IllegalArgumentException outside) {
            throw new Refusal(400, "ValidationException", "The starting key is outside query boundaries");
        }
    }
}

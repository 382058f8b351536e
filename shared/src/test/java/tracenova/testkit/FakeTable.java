package tracenova.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The items of one table in key order. The sort key may be absent (null).
final class FakeTable {

    private static final int MAX_ITEM = 400 * 1024;

    final String name;
    final String hashKey;
    final String sortKey;
    private final NavigableMap<String, NavigableMap<String, Map<String, Object>>> partitions =
            new TreeMap<>(Utf8Order.COMPARATOR);

    FakeTable(String name, String hashKey, String sortKey) {
        this.name = name;
        this.hashKey = hashKey;
        this.sortKey = sortKey;
    }

    FakeTable copy() {
        var copy = new FakeTable(name, hashKey, sortKey);
        partitions.forEach((key, items) -> copy.partitions.put(key, new TreeMap<>(items)));
        return copy;
    }

    Map<String, Object> get(Map<String, Object> key) {
        return partition(text(key, hashKey)).getOrDefault(sort(key), Map.of());
    }

    void put(Map<String, Object> item) {
        partitions.computeIfAbsent(text(item, hashKey), _ -> new TreeMap<>(Utf8Order.COMPARATOR))
                .put(sort(item), item);
    }

    void delete(Map<String, Object> key) {
        partitions.computeIfPresent(text(key, hashKey), (_, items) -> {
            items.remove(sort(key));
            return items.isEmpty() ? null : items;
        });
    }

    NavigableMap<String, Map<String, Object>> partition(String key) {
        return partitions.getOrDefault(key, Collections.emptyNavigableMap());
    }

    Stream<Map<String, Object>> items() {
        return partitions.values().stream().flatMap(partition -> partition.values().stream());
    }

    String sort(Map<String, Object> key) {
        return sortKey == null ? "" : text(key, sortKey);
    }

    /// The key attributes of an item.
    Map<String, Object> keyOf(Map<String, Object> item) {
        return sortKey == null
                ? Map.of(hashKey, item.get(hashKey))
                : Map.of(hashKey, item.get(hashKey), sortKey, item.get(sortKey));
    }

    void checkKey(Map<String, Object> key) {
        checkKey(key, hashKey, 2048, "hashkey");
        if (sortKey != null) checkKey(key, sortKey, 1024, "rangekey");
    }

    void checkItem(Map<String, Object> item) {
        checkKey(item);
        var emptySets = new ArrayList<String>();
        item.forEach((name, value) -> {
            if (Attribute.isSet(value) && Json.list(Attribute.content(value)).isEmpty()) emptySets.add(name);
        });
        if (!emptySets.isEmpty()) throw invalid("An string set may not be empty: " + emptySets);
        if (Attribute.size(item) > MAX_ITEM) throw invalid("Item size has exceeded the maximum allowed size");
    }

    private static void checkKey(Map<String, Object> key, String name, int limit, String kind) {
        var value = key.get(name);
        if (value == null) throw invalid("Missing the key " + name + " in the item");
        if (!Attribute.type(value).equals("S")) throw invalid("Type mismatch, not a string: " + name);
        var text = Attribute.text(value);
        if (text.isEmpty()) throw invalid("A key cannot be an empty string: " + name);
        if (Attribute.utf8(text) > limit) throw invalid(kind + " above " + limit + " bytes");
    }

    private static String text(Map<String, Object> key, String name) {
        return Attribute.text(key.get(name));
    }

    private static Refusal invalid(String message) {
        return new Refusal(400, "ValidationException", "A parameter value was invalid: " + message);
    }

    List<Map<String, String>> schema() {
        var hash = Map.of("AttributeName", hashKey, "KeyType", "HASH");
        if (sortKey == null) return List.of(hash);
        return List.of(hash, Map.of("AttributeName", sortKey, "KeyType", "RANGE"));
    }
}

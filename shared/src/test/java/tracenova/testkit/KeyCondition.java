package tracenova.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import tracenova.testkit.Condition.Both;
import tracenova.testkit.Condition.Placeholders;
import tracenova.testkit.Condition.Test;

/// A query's key condition: one partition of a table and in it one range of sort keys.
record KeyCondition(FakeTable table, List<Test> tests, Placeholders placeholders) {

    static KeyCondition parse(String text, FakeTable table, Placeholders placeholders) {
        var tests = new ArrayList<Test>();
        flatten(Expression.parse(text).condition(), tests);
        if (tests.size() > 2) throw invalid("Conditions can be of length 1 or 2 only");
        return new KeyCondition(table, List.copyOf(tests), placeholders);
    }

    /// What it selects, in key order.
    NavigableMap<String, Map<String, Object>> range() {
        var hash = tests.stream().filter(this::isOfPartition).findFirst();
        if (hash.isEmpty()) throw invalid("Query condition missed key schema element: " + table.hashKey);
        var items = table.partition(value(hash.get(), 1));
        for (var test : tests) if (test != hash.get()) items = range(test, items);
        return items;
    }

    private boolean isOfPartition(Test test) {
        return attribute(test).equals(table.hashKey) && test.name().equals("=");
    }

    private NavigableMap<String, Map<String, Object>> range(
            Test test, NavigableMap<String, Map<String, Object>> items) {
        if (!attribute(test).equals(table.sortKey)) throw invalid("Query key condition not supported");
        var bound = value(test, 1);
        return switch (test.name()) {
            case "=" -> items.subMap(bound, true, bound, true);
            case "<" -> items.headMap(bound, false);
            case "<=" -> items.headMap(bound, true);
            case ">" -> items.tailMap(bound, false);
            case ">=" -> items.tailMap(bound, true);
            case "between" -> between(items, bound, value(test, 2));
            case "begins_with" -> startingWith(bound, items.tailMap(bound, true));
            default -> throw invalid("Query key condition not supported");
        };
    }

    private static NavigableMap<String, Map<String, Object>> between(
            NavigableMap<String, Map<String, Object>> items, String low, String high) {
        if (Utf8Order.COMPARATOR.compare(low, high) > 0) throw invalid("Upper bound below lower bound");
        return items.subMap(low, true, high, true);
    }

    private static NavigableMap<String, Map<String, Object>> startingWith(
            String prefix, NavigableMap<String, Map<String, Object>> items) {
        for (var key : items.keySet()) if (!key.startsWith(prefix)) return items.headMap(key, false);
        return items;
    }

    private String attribute(Test test) {
        return placeholders.attribute(test.operands().getFirst().text());
    }

    private String value(Test test, int operand) {
        return Attribute.text(placeholders.value(test.operands().get(operand), Map.of()));
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

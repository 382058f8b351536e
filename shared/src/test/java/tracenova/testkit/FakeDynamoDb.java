package tracenova.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tracenova.testkit.Condition.Placeholders;

/// The part of DynamoDB that we use, in its JSON 1.0 protocol. String keys only; no scan, no transactions.
final class FakeDynamoDb {

    private static final List<String> EXPRESSIONS =
            List.of("ConditionExpression", "KeyConditionExpression", "FilterExpression");

    private final Map<String, FakeTable> tables = new TreeMap<>();

    synchronized FakeDynamoDb copy() {
        var copy = new FakeDynamoDb();
        tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
        return copy;
    }

    synchronized void create(String name, String hashKey, String sortKey) {
        tables.put(name, new FakeTable(name, hashKey, sortKey));
    }

    synchronized List<Map<String, AttributeValue>> items(String table) {
        return table(table).items().map(Attribute::toSdk).toList();
    }

    WireReply answer(String operation, WireRequest request) {
        try {
            var answer = answer(operation, Json.object(request.body()));
            return reply(200, answer.body()).with(FakeAws.CAPACITY, String.valueOf(answer.units()));
        } catch (Refusal refusal) {
            return error(refusal);
        }
    }

    static WireReply error(Refusal refusal) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", "com.amazonaws.dynamodb.v20120810#" + refusal.code());
        body.put("message", refusal.getMessage());
        body.putAll(refusal.details());
        return reply(refusal.status(), body);
    }

    static WireReply withoutOldItem(WireReply reply) {
        var body = new LinkedHashMap<>(Json.object(reply.body()));
        body.remove("Item");
        return reply.status() == 400 ? reply(400, body) : reply;
    }

    private static WireReply reply(int status, Map<String, Object> body) {
        var bytes = Json.bytes(body);
        var crc32 = new CRC32();
        crc32.update(bytes);
        return new WireReply(
                status,
                Map.of("Content-Type", "application/x-amz-json-1.0", "x-amz-crc32", "" + crc32.getValue()),
                bytes);
    }

    private record Answer(Map<String, Object> body, double units) {

        private static Answer of(Map<String, Object> body) {
            return new Answer(body, 0);
        }
    }

    private synchronized Answer answer(String operation, Map<String, Object> input) {
        return switch (operation) {
            case "PutItem" -> put(input);
            case "GetItem" -> get(input);
            case "Query" -> query(input);
            case "DeleteItem" -> delete(input);
            case "CreateTable" -> create(input);
            case "DescribeTable" -> Answer.of(Map.of("Table", describe(table(input))));
            default -> throw new Refusal(400, "UnknownOperationException", "Unknown here: " + operation);
        };
    }

    private Answer put(Map<String, Object> input) {
        var table = table(input);
        var item = Json.map(input.get("Item"));
        table.checkItem(item);
        var old = table.get(item);
        check(input, old);
        table.put(item);
        return written(table, input, old, Math.max(Attribute.size(item), Attribute.size(old)));
    }

    private Answer delete(Map<String, Object> input) {
        var table = table(input);
        var key = Json.map(input.get("Key"));
        table.checkKey(key);
        var old = table.get(key);
        check(input, old);
        table.delete(key);
        return written(table, input, old, Attribute.size(old));
    }

    private Answer get(Map<String, Object> input) {
        var table = table(input);
        var key = Json.map(input.get("Key"));
        table.checkKey(key);
        var item = table.get(key);
        var body = new LinkedHashMap<String, Object>();
        if (!item.isEmpty()) body.put("Item", project(item, input));
        return read(table, input, body, Attribute.size(item));
    }

    private Answer query(Map<String, Object> input) {
        var table = table(input);
        var page = new FakeQuery(table, input, placeholders(input)).run();
        var body = new LinkedHashMap<String, Object>();
        body.put("Count", page.found().size());
        body.put("ScannedCount", page.scanned());
        if (!"COUNT".equals(input.get("Select")))
            body.put("Items", page.found().stream().map(item -> project(item, input)).toList());
        if (!page.lastKey().isEmpty()) body.put("LastEvaluatedKey", page.lastKey());
        return read(table, input, body, page.bytes());
    }

    private Answer create(Map<String, Object> input) {
        var name = (String) input.get("TableName");
        if (tables.containsKey(name))
            throw new Refusal(400, "ResourceInUseException", "Cannot create preexisting table " + name);
        var keys = Json.<Map<String, String>>list(input.get("KeySchema")).stream()
                .map(key -> key.get("AttributeName"))
                .toList();
        create(name, keys.getFirst(), keys.size() == 1 ? null : keys.get(1));
        return Answer.of(Map.of("TableDescription", describe(table(name))));
    }

    private static Map<String, Object> describe(FakeTable table) {
        return Map.of("TableName", table.name, "TableStatus", "ACTIVE", "KeySchema", table.schema(),
                "ItemCount", table.items().count());
    }

    private static Answer written(
            FakeTable table, Map<String, Object> input, Map<String, Object> old, int size) {
        var body = new LinkedHashMap<String, Object>();
        if ("ALL_OLD".equals(input.get("ReturnValues")) && !old.isEmpty()) body.put("Attributes", old);
        return consumed(table, input, body, Math.max(1, Math.ceilDiv(size, 1024)));
    }

    private static Answer read(
            FakeTable table, Map<String, Object> input, Map<String, Object> body, int size) {
        double units = Math.max(1, Math.ceilDiv(size, 4096));
        boolean consistent = Boolean.TRUE.equals(input.get("ConsistentRead"));
        return consumed(table, input, body, consistent ? units : units / 2);
    }

    private static Answer consumed(
            FakeTable table, Map<String, Object> input, Map<String, Object> body, double units) {
        if (!Set.of("NONE", "").contains(input.getOrDefault("ReturnConsumedCapacity", "")))
            body.put("ConsumedCapacity", Map.of("TableName", table.name, "CapacityUnits", units));
        return new Answer(body, units);
    }

    private static void check(Map<String, Object> input, Map<String, Object> old) {
        var placeholders = placeholders(input);
        if (!(input.get("ConditionExpression") instanceof String text)) return;
        if (Expression.parse(text).condition().holds(old, placeholders)) return;
        boolean returnsOld = "ALL_OLD".equals(input.get("ReturnValuesOnConditionCheckFailure"))
                && !old.isEmpty();
        throw new Refusal(400, "ConditionalCheckFailedException", "The conditional request failed",
                returnsOld ? Map.of("Item", old) : Map.of());
    }

    private static Map<String, Object> project(Map<String, Object> item, Map<String, Object> input) {
        if (!(input.get("ProjectionExpression") instanceof String projection)) return item;
        var placeholders = placeholders(input);
        var some = new LinkedHashMap<String, Object>();
        for (var name : projection.split(",")) {
            var attribute = placeholders.attribute(name.strip());
            if (item.containsKey(attribute)) some.put(attribute, item.get(attribute));
        }
        return some;
    }

    /// Every placeholder used must be given, and every one given must be used, as in the real service.
    private static Placeholders placeholders(Map<String, Object> input) {
        var names = Json.map(input.get("ExpressionAttributeNames"));
        var values = Json.map(input.get("ExpressionAttributeValues"));
        var used = new HashSet<String>();
        for (var expression : EXPRESSIONS)
            if (input.get(expression) instanceof String text) used.addAll(Expression.parse(text).words());
        if (input.get("ProjectionExpression") instanceof String text)
            Arrays.stream(text.split(",")).map(String::strip).forEach(used::add);
        var given = new ArrayList<>(names.keySet());
        given.addAll(values.keySet());
        for (var name : given)
            if (!used.contains(name)) throw new Refusal(400, "ValidationException", "Unused: " + name);
        used.removeAll(given);
        for (var name : used)
            if (name.matches("[#:].*") || ReservedWords.contains(name))
                throw new Refusal(400, "ValidationException", "Not defined, or a reserved keyword: " + name);
        return new Placeholders(names, values);
    }

    private FakeTable table(Map<String, Object> input) {
        return table((String) input.get("TableName"));
    }

    private FakeTable table(String name) {
        var table = tables.get(name.substring(name.lastIndexOf('/') + 1));
        if (table == null)
            throw new Refusal(400, "ResourceNotFoundException",
                    "Cannot do operations on a non-existent table: " + name);
        return table;
    }
}

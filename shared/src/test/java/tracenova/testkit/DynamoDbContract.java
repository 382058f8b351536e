package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// What we rely on in DynamoDB; holds for the fake, the emulator, LocalStack and the service.
public abstract class DynamoDbContract {

    private final String table = "contract-" + UUID.randomUUID();
    private DynamoDbClient client;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void createTable() {
        client = client();
        client.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(stringAttribute("pk"), stringAttribute("sk")))
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
        client.waiter().waitUntilTableExists(describe -> describe.tableName(table));
    }

    @Test
    void conditionalPutReturnsTheOldItemWithItsFailure() {
        var old = item("p", "s", "hash", text("first"), "body", binary(1, 2, 3));
        putIfAbsent(old);

        var failure = catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> putIfAbsent(item("p", "s", "hash", text("second"))));

        assertThat(failure.item()).isEqualTo(old);
        assertThat(get("p", "s")).isEqualTo(old);
    }

    @Test
    void conditionalPutReturnsNoItemUnlessAsked() {
        putIfAbsent(item("p", "s"));

        var failure = catchThrowableOfType(ConditionalCheckFailedException.class, () -> client.putItem(
                put -> put.tableName(table).item(item("p", "s")).conditionExpression("attribute_not_exists(pk)")));

        assertThat(failure.hasItem()).isFalse();
    }

    @Test
    void putsOfTheSameKeyAtTheSameTimeHaveExactlyOneWinner() {
        for (int race = 0; race < 20; race++) {
            var key = "race" + race;

            int winners = Races.winners(4, number -> {
                try {
                    putIfAbsent(item(key, "s", "writer", text("w" + number)));
                    return true;
                } catch (ConditionalCheckFailedException lost) {
                    return false;
                }
            });

            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void plainPutReplacesTheWholeItem() {
        put(item("p", "s", "a", text("1")));
        put(item("p", "s", "b", text("2")));

        assertThat(get("p", "s")).isEqualTo(item("p", "s", "b", text("2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version = :one                                           | true
            version = :two                                           | false
            version <> :two                                          | true
            version < :two                                           | true
            version > :two OR version = :one                         | true
            version >= :two AND version = :one                       | false
            version = :two OR version = :two AND version = :one      | false
            (version = :one OR version = :two) AND version <= :two   | true
            NOT version = :one AND version <> :two                   | false
            version BETWEEN :one AND :two                            | true
            absent = :one AND version <> :two                        | false
            absent <> :one AND version <> :two                       | true
            attribute_exists(version) AND version <= :two            | true
            attribute_not_exists(version) OR version = :two          | false
            begins_with(label, :ab) AND version <> :two              | true
            contains(label, :ab) AND version <> :two                 | true
            label = :ab AND version <> :two                          | false
            version = :ab                                            | false
            """)
    void conditionsCompareWithTheStoredItem(String condition, boolean holds) {
        put(item("p", "s", "version", number(1), "label", text("abc")));
        var values = new HashMap<>(Map.of(":one", number(1), ":two", number(2), ":ab", text("ab")));
        values.keySet().removeIf(placeholder -> !condition.contains(placeholder));

        var request = PutItemRequest.builder()
                .tableName(table)
                .item(item("p", "s", "version", number(2)))
                .conditionExpression(condition)
                .expressionAttributeValues(values)
                .build();

        if (holds) client.putItem(request);
        else
            assertThatThrownBy(() -> client.putItem(request))
                    .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void allTypesOfAttributesComeBackAsTheyWere() {
        var item = item("p", "s", "b", binary(0, -1, 127, -128), "n", number(1769860800));
        item.put("flag", AttributeValue.fromBool(false));
        item.put("types", AttributeValue.fromSs(List.of("error", "screen_view")));
        item.put("list", AttributeValue.fromL(List.of(text(""), AttributeValue.fromNul(true))));
        item.put("map", AttributeValue.fromM(Map.of("ü€😀", number(-1))));
        put(item);

        assertThat(get("p", "s")).isEqualTo(item);
    }

    @Test
    void anAbsentItemIsNoError() {
        var answer = client.getItem(get -> get.tableName(table).key(item("p", "s")));

        assertThat(answer.hasItem()).isFalse();
    }

    @Test
    void queryAnswersItemsInTheOrderOfTheirKeyBytes() {
        for (var sk : List.of("\uFF5E", "b", "😀", "B", "a", "é")) put(item("p", sk));
        put(item("q", "c"));

        assertThat(sortKeys(queryItems("pk = :pk", Map.of(":pk", text("p")))))
                .containsExactly("B", "a", "b", "é", "\uFF5E", "😀");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sk = :a                 | s2
            sk < :a                 | s1
            sk <= :a                | s1,s2
            sk > :b                 | s5,t1
            sk >= :b                | s4,s5,t1
            sk BETWEEN :a AND :b    | s2,s3,s4
            begins_with(sk, :s)     | s1,s2,s3,s4,s5
            begins_with(sk, :a)     | s2
            """)
    void querySelectsASortKeyRange(String condition, String expected) {
        for (var sk : List.of("s1", "s2", "s3", "s4", "s5", "t1")) put(item("p", sk));
        var values = new HashMap<>(
                Map.of(":pk", text("p"), ":a", text("s2"), ":b", text("s4"), ":s", text("s")));
        values.keySet().removeIf(name -> !(condition + " :pk").matches(".*" + name + "\\b.*"));

        assertThat(sortKeys(queryItems("pk = :pk AND " + condition, values)))
                .containsExactly(expected.split(","));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void queryPagesWithoutLossOrRepetition(boolean forward) {
        for (int i = 0; i < 7; i++) put(item("p", "s" + i));
        var seen = new ArrayList<String>();
        Map<String, AttributeValue> start = Map.of();
        do {
            var from = start;
            var page = client.query(query -> query.tableName(table)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", text("p")))
                    .scanIndexForward(forward)
                    .limit(3)
                    .exclusiveStartKey(from.isEmpty() ? null : from));
            assertThat(page.count()).isLessThanOrEqualTo(3);
            seen.addAll(sortKeys(page.items()));
            start = page.lastEvaluatedKey();
        } while (!start.isEmpty());

        var expected = IntStream.range(0, 7).mapToObj(i -> "s" + (forward ? i : 6 - i)).toList();
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aPageEndsAfterOneMegabyte() {
        for (int i = 0; i < 5; i++) put(item("p", "s" + i, "body", binary(new byte[300 * 1024])));

        var page = client.query(query("pk = :pk", Map.of(":pk", text("p"))));

        assertThat(page.count()).isLessThan(5);
        assertThat(page.lastEvaluatedKey()).containsKeys("pk", "sk");
        assertThat(client.queryPaginator(query("pk = :pk", Map.of(":pk", text("p")))).items()).hasSize(5);
    }

    @Test
    void projectionLeavesOutTheRest() {
        put(item("p", "s", "hash", text("h"), "body", binary(1)));

        var page = client.query(query -> query.tableName(table)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", text("p")))
                .projectionExpression("sk, #h")
                .expressionAttributeNames(Map.of("#h", "hash")));

        assertThat(page.items()).containsExactly(Map.of("sk", text("s"), "hash", text("h")));
    }

    @Test
    void filterAppliesAfterReading() {
        for (int i = 0; i < 4; i++) put(item("p", "s" + i, "n", number(i)));

        var page = client.query(query("pk = :pk", Map.of(":pk", text("p"), ":two", number(2))).toBuilder()
                .filterExpression("n >= :two")
                .build());

        assertThat(sortKeys(page.items())).containsExactly("s2", "s3");
        assertThat(page.scannedCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash = :v", "#undefined = :v", "version = :undefined", "version == :v", "version = "})
    void refusesABrokenExpression(String condition) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(item("p", "s"))
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":v", text("v")))
                .build();

        assertInvalid(() -> client.putItem(request));
    }

    @Test
    void refusesAPlaceholderThatNoExpressionUses() {
        assertInvalid(() -> client.query(query("pk = :pk", Map.of(":pk", text("p"), ":unused", text("u")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sk = :pk", "pk > :pk", "pk = :pk OR pk = :pk", "pk = :pk AND body = :pk", "pk = :pk AND sk <> :pk"
    })
    void refusesAQueryThatIsNotOneRangeOfOnePartition(String condition) {
        assertInvalid(() -> client.query(query(condition, Map.of(":pk", text("p")))));
    }

    @Test
    void refusesToStartOutsideTheRange() {
        var query = query("pk = :pk AND sk > :s", Map.of(":pk", text("p"), ":s", text("s5"))).toBuilder();

        assertInvalid(() -> client.query(query.exclusiveStartKey(item("p", "s1")).build()));
        assertThat(client.query(query.exclusiveStartKey(item("p", "s7")).build()).items()).isEmpty();
    }

    @Test
    void anItemMayHaveExactly400KilobytesWithItsNames() {
        int rest = "pk".length() + "p".length() + "sk".length() + "s".length() + "body".length();
        put(item("p", "s", "body", binary(new byte[400 * 1024 - rest])));

        assertInvalid(() -> put(item("p", "s", "body", binary(new byte[400 * 1024 - rest + 1]))));
    }

    @Test
    void refusesKeysThatAreEmptyMissingOrTooLong() {
        assertInvalid(() -> put(item("", "s")));
        assertInvalid(() -> put(item("p", "")));
        assertInvalid(() -> put(Map.of("pk", text("p"))));
        assertInvalid(() -> put(item("p".repeat(2049), "s")));
        assertInvalid(() -> put(item("p", "s".repeat(1025))));
        put(item("p".repeat(2048), "s".repeat(1024)));
    }

    @Test
    void deletingTwiceIsHarmless() {
        put(item("p", "s"));

        client.deleteItem(delete -> delete.tableName(table).key(item("p", "s")));
        client.deleteItem(delete -> delete.tableName(table).key(item("p", "s")));

        assertThat(get("p", "s")).isEmpty();
    }

    @Test
    void aConditionalDeleteOfAnotherVersionFails() {
        put(item("p", "s", "version", number(1)));

        assertThatThrownBy(() -> client.deleteItem(delete -> delete.tableName(table)
                .key(item("p", "s"))
                .conditionExpression("version = :v")
                .expressionAttributeValues(Map.of(":v", number(2)))))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void unitsAreCountedByKilobyteWrittenAnd4KilobytesRead() {
        var written = client.putItem(put -> put.tableName(table)
                .item(item("p", "s", "body", binary(new byte[5000])))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        assertThat(written.consumedCapacity().capacityUnits()).isEqualTo(5);
        assertThat(unitsToRead("s", true)).isEqualTo(2);
        assertThat(unitsToRead("s", false)).isEqualTo(1);
        assertThat(unitsToRead("absent", false)).isEqualTo(0.5);
    }

    @Test
    void anUnknownTableIsNotFound() {
        assertThatThrownBy(() -> client.getItem(get -> get.tableName("no-such-table").key(item("p", "s"))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static AttributeDefinition stringAttribute(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private double unitsToRead(String sk, boolean consistent) {
        var answer = client.getItem(get -> get.tableName(table)
                .key(item("p", sk))
                .consistentRead(consistent)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        return answer.consumedCapacity().capacityUnits();
    }

    private void put(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(table).item(item));
    }

    private void putIfAbsent(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private Map<String, AttributeValue> get(String pk, String sk) {
        return client.getItem(get -> get.tableName(table).key(item(pk, sk)).consistentRead(true)).item();
    }

    private List<Map<String, AttributeValue>> queryItems(
            String condition, Map<String, AttributeValue> values) {
        return client.query(query(condition, values)).items();
    }

    private QueryRequest query(String condition, Map<String, AttributeValue> values) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .consistentRead(true)
                .build();
    }

    private static void assertInvalid(Runnable call) {
        var failure = catchThrowableOfType(DynamoDbException.class, call::run);
        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    private static List<String> sortKeys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> item.get("sk").s()).toList();
    }

    private static Map<String, AttributeValue> item(String pk, String sk, Object... more) {
        var item = new HashMap<>(Map.of("pk", text(pk), "sk", text(sk)));
        for (int i = 0; i < more.length; i += 2) item.put((String) more[i], (AttributeValue) more[i + 1]);
        return item;
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(String.valueOf(number));
    }

    private static AttributeValue binary(int... bytes) {
        var array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) array[i] = (byte) bytes[i];
        return binary(array);
    }

    private static AttributeValue binary(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }
}

package tracenova.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The calls we make on a table of the form `pk`, `sk`. Knows no rule; throws the SDK's exceptions.
public final class Table {

    private static final Consumer<AwsRequestOverrideConfiguration.Builder> AS_THE_CLIENT_SAYS = limits -> {};

    private final DynamoDbClient client;
    private final String name;

    public Table(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /// Puts the item, replacing what is there.
    public void put(Item item) {
        put(item, AS_THE_CLIENT_SAYS);
    }

    /// The same within limits of its own.
    public void put(Item item, Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
        client.putItem(request -> request.tableName(name).item(item.attributes()).overrideConfiguration(limits));
    }

    /// Puts the item if nothing has its key: empty. Otherwise nothing changes: the item that is there.
    public Optional<Item> putIfAbsent(Item item, Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
        try {
            client.putItem(request -> request.tableName(name)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .overrideConfiguration(limits));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(e.hasItem() && !e.item().isEmpty() ? Item.of(e.item()) : present(item, limits, e));
        }
    }

    /// Puts the item if none is there or the one that is has not this flag; else nothing changes.
    public void putUnless(String flag, Item item) {
        try {
            client.putItem(request -> request.tableName(name)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(#flag) OR #flag = :no")
                    .expressionAttributeNames(Map.of("#flag", flag))
                    .expressionAttributeValues(Map.of(":no", AttributeValue.fromBool(false))));
        } catch (ConditionalCheckFailedException e) {
            // It is as it should be.
        }
    }

    /// Puts `next` if the item that is there still has the `by` of `old` (or, like `old`, has none); else nothing
    /// changes: false.
    // A failed condition is compared before it is believed: what is there may be our own earlier attempt.
    public boolean replace(Item old, Item next, String by) {
        var before = old.attributes().get(by);
        try {
            client.putItem(request -> request.tableName(name)
                    .item(next.attributes())
                    .conditionExpression(before == null ? "attribute_not_exists(#by)" : "#by = :by")
                    .expressionAttributeNames(Map.of("#by", by))
                    .expressionAttributeValues(before == null ? null : Map.of(":by", before))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && e.item().equals(next.attributes());
        }
    }

    /// What was there a moment ago; where it has gone meanwhile, the failure it came from.
    private Item present(Item item, Consumer<AwsRequestOverrideConfiguration.Builder> limits,
            ConditionalCheckFailedException failure) {
        var key = Map.of("pk", item.attributes().get("pk"), "sk", item.attributes().get("sk"));
        return found(key, limits).orElseThrow(() -> failure);
    }

    public Optional<Item> get(ItemKey key) {
        var answer = client.getItem(request -> request.tableName(name).key(key.attributes()));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(Item.of(answer.item())) : Optional.empty();
    }

    /// Reads past replicas that lag.
    public Optional<Item> getConsistent(ItemKey key) {
        return getConsistent(key, AS_THE_CLIENT_SAYS);
    }

    /// The same within limits of its own.
    public Optional<Item> getConsistent(ItemKey key, Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
        return found(key.attributes(), limits);
    }

    private Optional<Item> found(Map<String, AttributeValue> key,
            Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
        var answer = client.getItem(request -> request.tableName(name)
                .key(key)
                .consistentRead(true)
                .overrideConfiguration(limits));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(Item.of(answer.item())) : Optional.empty();
    }

    public void delete(ItemKey key) {
        client.deleteItem(request -> request.tableName(name).key(key.attributes()));
    }

    /// Every item of a partition whose sort key begins so, in order, page by page; sees every write before it.
    public List<Item> query(String pk, String skPrefix) {
        return query(pk, skPrefix, null);
    }

    /// The same, with only the attributes named ("sk, hash"), for less work (not for less money).
    public List<Item> query(String pk, String skPrefix, String projection) {
        var condition = skPrefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)";
        var values = skPrefix.isEmpty()
                ? Map.of(":pk", AttributeValue.fromS(pk))
                : Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(skPrefix));
        return client.queryPaginator(request -> request.tableName(name)
                .keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .projectionExpression(projection)
                .consistentRead(true))
                .items().stream().map(Item::of).toList();
    }
}

package tracenova.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads and makes the attributes of one item. An empty optional is an absent attribute.
public final class Item {

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    public static Item at(ItemKey key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    public static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    /// The same attributes, to be changed apart from these.
    public Item copy() {
        return new Item(new HashMap<>(attributes));
    }

    public Item with(String name, String text) {
        attributes.put(name, AttributeValue.fromS(text));
        return this;
    }

    public Item with(String name, long number) {
        attributes.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    public Item with(String name, boolean flag) {
        attributes.put(name, AttributeValue.fromBool(flag));
        return this;
    }

    public Item with(String name, byte[] bytes) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
        return this;
    }

    public Item with(String name, List<String> texts) {
        attributes.put(name, AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    /// The time in seconds after which the table may drop the item.
    public Item expiring(Instant at) {
        return with("ttl", at.getEpochSecond());
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalStateException(describe() + " has no " + name));
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> new IllegalStateException(describe() + " has no " + name));
    }

    public Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }

    public boolean flag(String name) {
        var value = attributes.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    public byte[] bytes(String name) {
        return attributes.get(name).b().asByteArrayUnsafe();
    }

    public Optional<byte[]> optionalBytes(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::b).map(SdkBytes::asByteArrayUnsafe);
    }

    public List<String> texts(String name) {
        var value = attributes.get(name);
        return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
    }

    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    private String describe() {
        return "item " + text("pk") + " / " + text("sk");
    }
}

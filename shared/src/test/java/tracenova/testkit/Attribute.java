package tracenova.testkit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What can be asked of a DynamoDB attribute value in its wire form, `{"S":"text"}`.
public final class Attribute {

    private Attribute() {}

    static String type(Object value) {
        return Json.map(value).keySet().iterator().next();
    }

    static Object content(Object value) {
        return Json.map(value).values().iterator().next();
    }

    static String text(Object value) {
        return (String) content(value);
    }

    static boolean comparable(Object left, Object right) {
        return left != null && right != null && type(left).equals(type(right)) && "SNB".contains(type(left));
    }

    static int compare(Object left, Object right) {
        return switch (type(left)) {
            case "N" -> new BigDecimal(text(left)).compareTo(new BigDecimal(text(right)));
            case "B" -> Arrays.compareUnsigned(binary(text(left)), binary(text(right)));
            default -> Utf8Order.COMPARATOR.compare(text(left), text(right));
        };
    }

    static boolean equal(Object left, Object right) {
        if (left == null || right == null) return false;
        if (comparable(left, right)) return compare(left, right) == 0;
        if (!type(left).equals(type(right)) || !isSet(left)) return left.equals(right);
        return new HashSet<>(Json.list(content(left))).equals(new HashSet<>(Json.list(content(right))));
    }

    static boolean contains(Object container, Object part) {
        if (container == null) return false;
        if (content(container) instanceof List<?> elements)
            return elements.contains(isSet(container) ? content(part) : part);
        return comparable(container, part) && text(container).contains(text(part));
    }

    static boolean isSet(Object value) {
        return type(value).length() == 2;
    }

    /// Bytes as DynamoDB bills and limits them: names and values in UTF-8, lists and maps with an overhead.
    static int size(Map<String, Object> item) {
        int size = 0;
        for (var attribute : item.entrySet()) size += utf8(attribute.getKey()) + size(attribute.getValue());
        return size;
    }

    static int size(Object value) {
        var content = content(value);
        return switch (type(value)) {
            case "S" -> utf8((String) content);
            case "N" -> number((String) content);
            case "B" -> binarySize((String) content);
            case "SS" -> Json.<String>list(content).stream().mapToInt(Attribute::utf8).sum();
            case "NS" -> Json.<String>list(content).stream().mapToInt(Attribute::number).sum();
            case "BS" -> Json.<String>list(content).stream().mapToInt(Attribute::binarySize).sum();
            case "L" -> 3 + Json.list(content).stream().mapToInt(element -> 1 + size(element)).sum();
            case "M" -> 3 + size(Json.map(content)) + Json.map(content).size();
            default -> 1;
        };
    }

    private static byte[] binary(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static int binarySize(String base64) {
        return base64.length() / 4 * 3 - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0);
    }

    private static int number(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        return (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
    }

    static int utf8(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
        }
        return bytes;
    }

    public static Map<String, AttributeValue> toSdk(Map<String, Object> item) {
        var attributes = new TreeMap<String, AttributeValue>();
        item.forEach((name, value) -> attributes.put(name, toSdk(value)));
        return Collections.unmodifiableMap(attributes);
    }

    private static AttributeValue toSdk(Object value) {
        var content = content(value);
        return switch (type(value)) {
            case "S" -> AttributeValue.fromS((String) content);
            case "N" -> AttributeValue.fromN((String) content);
            case "B" -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(binary((String) content)));
            case "BOOL" -> AttributeValue.fromBool((Boolean) content);
            case "SS" -> AttributeValue.fromSs(Json.list(content));
            case "NS" -> AttributeValue.fromNs(Json.list(content));
            case "L" -> AttributeValue.fromL(Json.list(content).stream().map(Attribute::toSdk).toList());
            case "M" -> AttributeValue.fromM(toSdk(Json.map(content)));
            default -> AttributeValue.fromNul(true);
        };
    }
}

package tracenova.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Answers as SQS spells them in its JSON 1.0 protocol.
final class SqsWire {

    private SqsWire() {}

    static WireReply error(Refusal refusal) {
        var body = Map.of("__type", "com.amazonaws.sqs#" + refusal.code(), "message", refusal.getMessage());
        var side = refusal.status() < 500 ? "Sender" : "Receiver";
        return reply(refusal.status(), body)
                .with("x-amzn-query-error", legacyCode(refusal.code()) + ";" + side);
    }

    private static String legacyCode(String code) {
        return switch (code) {
            case "QueueDoesNotExist" -> "AWS.SimpleQueueService.NonExistentQueue";
            case "BatchRequestTooLong", "TooManyEntriesInBatchRequest", "EmptyBatchRequest",
                    "BatchEntryIdsNotDistinct", "UnsupportedOperation" -> "AWS.SimpleQueueService." + code;
            default -> code;
        };
    }

    static WireReply reply(int status, Map<String, ?> body) {
        return new WireReply(status, Map.of("Content-Type", "application/x-amz-json-1.0"), Json.bytes(body));
    }

    /// The answer to a batch of which nothing arrived.
    static WireReply nothing() {
        return reply(200, Map.of("Successful", List.of(), "Failed", List.of()));
    }

    static Map<String, Object> failed(Object id, Refusal refusal) {
        boolean sender = refusal.status() < 500;
        return Map.of(
                "Id", id, "Code", refusal.code(), "Message", refusal.getMessage(), "SenderFault", sender);
    }

    static Map<String, Object> message(QueuedMessage message, Map<String, Object> input) {
        var asked = new HashSet<>(Json.<String>list(input.get("AttributeNames")));
        asked.addAll(Json.list(input.get("MessageSystemAttributeNames")));
        var attributes = new TreeMap<>(Map.of(
                "ApproximateReceiveCount", String.valueOf(message.receiveCount()),
                "SentTimestamp", String.valueOf(message.sent().toEpochMilli())));
        if (!message.source().isEmpty())
            attributes.put("DeadLetterQueueSourceArn", FakeSqs.arn(message.source()));
        if (!asked.contains("All")) attributes.keySet().retainAll(asked);
        return Map.of("MessageId", message.id(), "ReceiptHandle", message.receipt(), "Body", message.body(),
                "MD5OfBody", Md5.hex(message.body()), "Attributes", attributes);
    }
}

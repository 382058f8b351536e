package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The part of SQS that we use (standard queues), in its JSON 1.0 protocol. Receiving never waits.
final class FakeSqs {

    static final String ACCOUNT = "000000000000";
    private static final String ARN = "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":";
    private static final int MAX_CALL = 256 * 1024;

    private final InstantSource clock;
    private final Map<String, FakeQueue> queues = new TreeMap<>();

    FakeSqs(InstantSource clock) {
        this.clock = clock;
    }

    synchronized FakeSqs copy() {
        var copy = new FakeSqs(clock);
        queues.forEach((name, queue) -> copy.queues.put(name, queue.copy()));
        return copy;
    }

    synchronized FakeQueue create(String name, Map<String, String> attributes) {
        var queue = queues.computeIfAbsent(name, FakeQueue::new);
        queue.set(attributes);
        return queue;
    }

    synchronized List<QueuedMessage> messages(String queue) {
        return named(queue).messages();
    }

    static String arn(String queue) {
        return ARN + queue;
    }

    static String redrivePolicy(String deadLetters, int maxReceiveCount) {
        var policy = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}";
        return policy.formatted(arn(deadLetters), maxReceiveCount);
    }

    WireReply answer(String operation, WireRequest request) {
        try {
            return SqsWire.reply(200, answer(operation, Json.object(request.body()), request));
        } catch (Refusal refusal) {
            return SqsWire.error(refusal);
        }
    }

    private synchronized Map<String, ?> answer(
            String operation, Map<String, Object> input, WireRequest request) {
        return switch (operation) {
            case "CreateQueue" -> {
                var queue = create((String) input.get("QueueName"), strings(input.get("Attributes")));
                yield Map.of("QueueUrl", url(queue, request));
            }
            case "GetQueueUrl" -> Map.of("QueueUrl", url(named((String) input.get("QueueName")), request));
            case "GetQueueAttributes" -> Map.of("Attributes", attributes(input));
            case "SetQueueAttributes" -> {
                queue(input).set(strings(input.get("Attributes")));
                yield Map.of();
            }
            case "SendMessage" -> send(queue(input), input);
            case "SendMessageBatch" -> sendBatch(input);
            case "ReceiveMessage" -> receive(input);
            case "DeleteMessage" -> delete(queue(input), input);
            case "DeleteMessageBatch" -> batch(input, entry -> delete(queue(input), entry));
            case "ChangeMessageVisibility" -> hide(queue(input), input);
            case "ChangeMessageVisibilityBatch" -> batch(input, entry -> hide(queue(input), entry));
            case "PurgeQueue" -> {
                queue(input).purge();
                yield Map.of();
            }
            case "StartMessageMoveTask" -> redrive(input);
            default -> throw new Refusal(400, "UnsupportedOperation", "The fake does not know " + operation);
        };
    }

    private Map<String, String> attributes(Map<String, Object> input) {
        var asked = Json.<String>list(input.get("AttributeNames"));
        var all = queue(input).attributes(clock.instant());
        if (!asked.contains("All")) all.keySet().retainAll(asked);
        return all;
    }

    private Map<String, Object> send(FakeQueue queue, Map<String, Object> entry) {
        var body = (String) entry.getOrDefault("MessageBody", "");
        if (entry.containsKey("MessageAttributes"))
            throw new Refusal(400, "UnsupportedOperation", "The fake knows no message attributes");
        if (body.isEmpty()) throw new Refusal(400, "MissingParameter", "There must be a MessageBody.");
        if (Attribute.utf8(body) > queue.seconds("MaximumMessageSize"))
            throw new Refusal(400, "InvalidParameterValue", "Message too long.");
        if (!body.codePoints().allMatch(FakeSqs::allowed))
            throw new Refusal(400, "InvalidMessageContents", "Invalid binary character in the message body");
        int delay = number(entry, "DelaySeconds", queue.seconds("DelaySeconds"));
        var message = queue.send(body, clock.instant(), Duration.ofSeconds(delay));
        return Map.of("MessageId", message.id(), "MD5OfMessageBody", Md5.hex(body));
    }

    private static boolean allowed(int c) {
        if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
        return c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
    }

    private Map<String, Object> sendBatch(Map<String, Object> input) {
        int bytes = Json.<Map<String, Object>>list(input.get("Entries")).stream()
                .mapToInt(entry -> Attribute.utf8((String) entry.getOrDefault("MessageBody", "")))
                .sum();
        if (bytes > MAX_CALL)
            throw new Refusal(400, "BatchRequestTooLong", bytes + " bytes are more than " + MAX_CALL);
        return batch(input, entry -> send(queue(input), entry));
    }

    private Map<String, Object> batch(
            Map<String, Object> input, Function<Map<String, Object>, Map<String, Object>> each) {
        var entries = Json.<Map<String, Object>>list(input.get("Entries"));
        if (entries.isEmpty()) throw new Refusal(400, "EmptyBatchRequest", "There should be an entry.");
        if (entries.size() > 10) throw new Refusal(400, "TooManyEntriesInBatchRequest", "10 are the most.");
        var ids = new HashSet<>(entries.stream().map(entry -> entry.get("Id")).toList());
        if (ids.size() < entries.size()) throw new Refusal(400, "BatchEntryIdsNotDistinct", "Id repeated.");
        queue(input);
        var successful = new ArrayList<Map<String, Object>>();
        var failed = new ArrayList<Map<String, Object>>();
        for (var entry : entries) {
            try {
                var result = new LinkedHashMap<String, Object>(Map.of("Id", entry.get("Id")));
                result.putAll(each.apply(entry));
                successful.add(result);
            } catch (Refusal refusal) {
                failed.add(SqsWire.failed(entry.get("Id"), refusal));
            }
        }
        return Map.of("Successful", successful, "Failed", failed);
    }

    private Map<String, Object> receive(Map<String, Object> input) {
        var queue = queue(input);
        int limit = number(input, "MaxNumberOfMessages", 1);
        if (limit < 1 || limit > 10) throw new Refusal(400, "InvalidParameterValue", "1 to 10 messages");
        int hidden = number(input, "VisibilityTimeout", queue.seconds("VisibilityTimeout"));
        var received = queue.receive(limit, clock.instant(), Duration.ofSeconds(hidden), deadLetters(queue));
        if (received.isEmpty()) return Map.of();
        return Map.of("Messages", received.stream().map(message -> SqsWire.message(message, input)).toList());
    }

    private FakeQueue.DeadLetters deadLetters(FakeQueue queue) {
        if (queue.redrivePolicy().isEmpty()) return FakeQueue.DeadLetters.NONE;
        var policy = Json.object(queue.redrivePolicy().getBytes(StandardCharsets.UTF_8));
        int maxReceiveCount = Integer.parseInt(String.valueOf(policy.get("maxReceiveCount")));
        return new FakeQueue.DeadLetters(byArn((String) policy.get("deadLetterTargetArn")), maxReceiveCount);
    }

    private static Map<String, Object> delete(FakeQueue queue, Map<String, Object> entry) {
        queue.delete((String) entry.get("ReceiptHandle"));
        return Map.of();
    }

    private Map<String, Object> hide(FakeQueue queue, Map<String, Object> entry) {
        Instant until = clock.instant().plusSeconds(number(entry, "VisibilityTimeout", 0));
        queue.hide((String) entry.get("ReceiptHandle"), until);
        return Map.of();
    }

    /// Done at once. Messages go where they came from, or to the destination given, and are new there.
    private Map<String, Object> redrive(Map<String, Object> input) {
        var source = byArn((String) input.get("SourceArn"));
        var now = clock.instant();
        for (var message : source.messages()) {
            var to = input.get("DestinationArn");
            var target = to == null ? named(message.source()) : byArn((String) to);
            target.send(message.body(), now, Duration.ZERO);
        }
        source.purge();
        return Map.of("TaskHandle", "task-" + source.name);
    }

    private FakeQueue byArn(String arn) {
        return named(arn.substring(arn.lastIndexOf(':') + 1));
    }

    private FakeQueue queue(Map<String, Object> input) {
        var url = (String) input.get("QueueUrl");
        return named(url.substring(url.lastIndexOf('/') + 1));
    }

    private FakeQueue named(String name) {
        var queue = queues.get(name);
        if (queue == null) throw new Refusal(400, "QueueDoesNotExist", "The specified queue does not exist.");
        return queue;
    }

    private static String url(FakeQueue queue, WireRequest request) {
        var uri = request.http().getUri();
        return uri.getScheme() + "://" + uri.getAuthority() + "/" + ACCOUNT + "/" + queue.name;
    }

    private static int number(Map<String, Object> input, String name, int otherwise) {
        return input.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    private static Map<String, String> strings(Object attributes) {
        var strings = new TreeMap<String, String>();
        Json.map(attributes).forEach((name, value) -> strings.put(name, (String) value));
        return strings;
    }
}

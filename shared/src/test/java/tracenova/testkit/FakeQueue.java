package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// One queue: its attributes and its messages in the order they came.
final class FakeQueue {

    private static final Map<String, String> DEFAULTS = Map.of(
            "VisibilityTimeout", "30", "MessageRetentionPeriod", "345600", "MaximumMessageSize", "262144",
            "DelaySeconds", "0", "ReceiveMessageWaitTimeSeconds", "0");

    final String name;
    private final Map<String, String> attributes = new TreeMap<>(DEFAULTS);
    private final LinkedHashMap<String, QueuedMessage> messages = new LinkedHashMap<>();
    private long sent;

    /// Where messages go after so many deliveries.
    record DeadLetters(FakeQueue queue, int maxReceiveCount) {

        static final DeadLetters NONE = new DeadLetters(null, Integer.MAX_VALUE);
    }

    FakeQueue(String name) {
        this.name = name;
    }

    FakeQueue copy() {
        var copy = new FakeQueue(name);
        copy.attributes.putAll(attributes);
        copy.messages.putAll(messages);
        copy.sent = sent;
        return copy;
    }

    void set(Map<String, String> changes) {
        attributes.putAll(changes);
    }

    int seconds(String attribute) {
        return Integer.parseInt(attributes.get(attribute));
    }

    String redrivePolicy() {
        return attributes.getOrDefault("RedrivePolicy", "");
    }

    Map<String, String> attributes(Instant now) {
        expire(now);
        var all = new TreeMap<>(attributes);
        all.put("QueueArn", FakeSqs.arn(name));
        long visible = count(message -> !message.visibleAt().isAfter(now));
        long delayed = count(message -> message.delayedAt(now));
        all.put("ApproximateNumberOfMessages", String.valueOf(visible));
        all.put("ApproximateNumberOfMessagesDelayed", String.valueOf(delayed));
        all.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(messages.size() - visible - delayed));
        return all;
    }

    private long count(Predicate<QueuedMessage> which) {
        return messages.values().stream().filter(which).count();
    }

    List<QueuedMessage> messages() {
        return List.copyOf(messages.values());
    }

    QueuedMessage send(String body, Instant now, Duration delay) {
        var id = UUID.nameUUIDFromBytes((name + "/" + sent++).getBytes(StandardCharsets.UTF_8)).toString();
        var message = new QueuedMessage(id, body, now, now.plus(delay), 0, "");
        messages.put(id, message);
        return message;
    }

    /// Up to `limit` visible messages, oldest first, hidden from now on; what came too often goes away.
    List<QueuedMessage> receive(int limit, Instant now, Duration hidden, DeadLetters deadLetters) {
        expire(now);
        var received = new ArrayList<QueuedMessage>();
        for (var message : messages()) {
            if (received.size() == limit) break;
            if (message.visibleAt().isAfter(now)) continue;
            if (message.receiveCount() >= deadLetters.maxReceiveCount()) {
                messages.remove(message.id());
                deadLetters.queue().messages.put(message.id(), message.deadFrom(name, now));
            } else {
                var delivered = message.receivedAgain(now.plus(hidden));
                messages.put(message.id(), delivered);
                received.add(delivered);
            }
        }
        return received;
    }

    /// Does nothing for the receipt of an earlier delivery, or of a message that is gone.
    void delete(String receipt) {
        var message = messages.get(idOf(receipt));
        if (message != null && message.receipt().equals(receipt)) messages.remove(message.id());
    }

    void hide(String receipt, Instant until) {
        var message = messages.get(idOf(receipt));
        if (message == null || !message.receipt().equals(receipt))
            throw new Refusal(400, "InvalidParameterValue",
                    "Message is not available for visibility timeout change");
        messages.put(message.id(), message.hiddenUntil(until));
    }

    void purge() {
        messages.clear();
    }

    private void expire(Instant now) {
        var oldest = now.minusSeconds(seconds("MessageRetentionPeriod"));
        messages.values().removeIf(message -> message.sent().isBefore(oldest));
    }

    private static String idOf(String receipt) {
        int end = receipt.lastIndexOf('#');
        if (end < 0) throw new Refusal(400, "ReceiptHandleIsInvalid", "No receipt of ours: " + receipt);
        return receipt.substring(0, end);
    }
}

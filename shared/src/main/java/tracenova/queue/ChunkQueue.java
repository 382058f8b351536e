package tracenova.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/// Sends messages to the queue between table and lake. Knows no rule; throws the SDK's exceptions.
public final class ChunkQueue {

    private static final int ENTRIES = 10;
    private static final int BYTES = 256 * 1024;

    private final SqsClient client;
    private final String url;

    public ChunkQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /// Sends all of them and answers those that the queue did not confirm, whichever way it said so.
    public List<String> send(
            List<String> messages, Supplier<Consumer<AwsRequestOverrideConfiguration.Builder>> limits) {
        var unconfirmed = new ArrayList<String>();
        for (var group : grouped(messages)) {
            unconfirmed.addAll(sendGroup(group, limits.get()));
        }
        return unconfirmed;
    }

    private List<String> sendGroup(List<String> group, Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (var message : group) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(String.valueOf(entries.size()))
                    .messageBody(message)
                    .build());
        }
        var answer = client.sendMessageBatch(
                request -> request.queueUrl(url).entries(entries).overrideConfiguration(limits));
        var confirmed = new HashSet<>(answer.successful().stream().map(SendMessageBatchResultEntry::id).toList());
        return entries.stream()
                .filter(entry -> !confirmed.contains(entry.id()))
                .map(SendMessageBatchRequestEntry::messageBody)
                .toList();
    }

    // Messages are ASCII: characters are bytes.
    private static List<List<String>> grouped(List<String> messages) {
        var groups = new ArrayList<List<String>>();
        int bytes = 0;
        for (var message : messages) {
            if (groups.isEmpty() || groups.getLast().size() == ENTRIES || bytes + message.length() > BYTES) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.getLast().add(message);
            bytes += message.length();
        }
        return groups;
    }
}

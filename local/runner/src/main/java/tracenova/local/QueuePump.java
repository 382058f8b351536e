package tracenova.local;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Feeds a function from a queue as Lambda does: batches, and only what did not fail is deleted. What stays
/// comes again after its visibility time-out, and at last goes where the queue's redrive policy says.
final class QueuePump {

    private static final System.Logger LOG = System.getLogger(QueuePump.class.getName());
    private static final int MOST_PER_CALL = 10;
    private static final Duration BREATH = Duration.ofSeconds(1);

    /// Short, for whoever pauses the pump waits for it.
    private static final int POLL_SECONDS = 1;

    private final SqsClient queues;
    private final JsonMapper json;
    private final Feed feed;
    private final UnaryOperator<byte[]> function;
    private final BooleanSupplier hurry;

    /// From which queue, and how.
    record Feed(Template.QueueSource source, String url, String arn) {}

    /// While somebody is in a hurry, a batch does not wait for its window.
    QueuePump(SqsClient queues, JsonMapper json, Feed feed, UnaryOperator<byte[]> function, BooleanSupplier hurry) {
        this.queues = queues;
        this.json = json;
        this.feed = feed;
        this.function = function;
        this.hurry = hurry;
    }

    /// Pumps until it is interrupted.
    void follow(Gate gate) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    gate.pass(this::pumpOnce);
                } catch (SdkException e) {
                    LOG.log(System.Logger.Level.WARNING, "the queue does not answer: {0}", e.getMessage());
                    Thread.sleep(BREATH);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes at most one batch through the function.
    void pumpOnce() {
        var batch = receive();
        if (!batch.isEmpty()) {
            delete(deliver(batch));
        }
    }

    /// Waits for a first message, then until the batch is full or its window is over.
    private List<Message> receive() {
        var size = feed.source().batchSize();
        var batch = new ArrayList<>(receive(size, POLL_SECONDS));
        var end = System.nanoTime() + feed.source().window().toNanos();
        while (!batch.isEmpty() && batch.size() < size && System.nanoTime() < end) {
            var waits = !hurry.getAsBoolean();
            var more = receive(size - batch.size(), waits ? POLL_SECONDS : 0);
            if (more.isEmpty() && !waits) {
                break;
            }
            batch.addAll(more);
        }
        return batch;
    }

    private List<Message> receive(int most, int waitSeconds) {
        return queues.receiveMessage(request -> request
                .queueUrl(feed.url())
                .maxNumberOfMessages(Math.min(most, MOST_PER_CALL))
                .waitTimeSeconds(waitSeconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
    }

    /// The messages of the batch that are done with; none if the function failed.
    private List<Message> deliver(List<Message> batch) {
        try {
            var answer = function.apply(json.writeValueAsBytes(QueueEvent.of(batch, feed.arn())));
            return feed.source().partialFailures() ? BatchAnswer.read(json, answer).done(batch) : batch;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a batch of " + batch.size() + " messages failed; it comes again", e);
            return List.of();
        }
    }

    private void delete(List<Message> done) {
        for (var start = 0; start < done.size(); start += MOST_PER_CALL) {
            var part = done.subList(start, Math.min(done.size(), start + MOST_PER_CALL));
            queues.deleteMessageBatch(request -> request.queueUrl(feed.url()).entries(entries(part)));
        }
    }

    private static List<DeleteMessageBatchRequestEntry> entries(List<Message> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
                .toList();
    }
}

package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/// What we rely on in SQS standard queues; holds for the fake, the emulator, LocalStack and the service.
public abstract class SqsContract {

    private static final int MAX_BYTES = 256 * 1024;

    private final String name = "contract-" + UUID.randomUUID();
    private SqsClient client;
    private String queue;

    protected abstract SqsClient client();

    @BeforeEach
    void createQueue() {
        client = client();
        queue = client.createQueue(create -> create.queueName(name)).queueUrl();
    }

    @Test
    void aQueueIsFoundByItsName() {
        assertThat(client.getQueueUrl(get -> get.queueName(name)).queueUrl()).isEqualTo(queue);
        assertThatThrownBy(() -> client.getQueueUrl(get -> get.queueName("no-such-queue")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void messagesAreReceivedAsTheyWereSent() {
        send("tab\tline\nü€😀 <&>\"");

        assertThat(receive(queue).body()).isEqualTo("tab\tline\nü€😀 <&>\"");
    }

    @Test
    void aReceivedMessageIsHiddenAndCountedAsInFlight() {
        send("a");
        receive(queue);

        assertThat(receiveNow()).isEmpty();
        assertThat(count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)).isZero();
        assertThat(count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo(1);
    }

    @Test
    void aMessageGivenBackIsDeliveredAgainWithAHigherCount() {
        send("a");
        var first = receive(queue);
        giveBack(queue, first);

        var second = receive(queue);

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(deliveries(first)).isEqualTo("1");
        assertThat(deliveries(second)).isEqualTo("2");
    }

    @Test
    void aDeletedMessageNeverComesBack() {
        send("a");
        var message = receive(queue);

        client.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));

        assertThat(count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isZero();
        assertThat(receiveNow()).isEmpty();
    }

    @Test
    void aBatchAnswersEachEntryByItsId() {
        var answer = sendBatch(List.of("a", "b", "c"));

        assertThat(answer.failed()).isEmpty();
        assertThat(answer.successful()).extracting("id").containsExactlyInAnyOrder("0", "1", "2");
        assertThat(receiveAll(3)).extracting(Message::body).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aBatchIsDeletedByItsReceipts() {
        sendBatch(List.of("a", "b"));
        var messages = receiveAll(2);

        var answer = client.deleteMessageBatch(delete -> delete.queueUrl(queue)
                .entries(messages.stream()
                        .map(message -> DeleteMessageBatchRequestEntry.builder()
                                .id(message.body())
                                .receiptHandle(message.receiptHandle())
                                .build())
                        .toList()));

        assertThat(answer.successful()).extracting("id").containsExactlyInAnyOrder("a", "b");
        assertThat(answer.failed()).isEmpty();
    }

    @Test
    void refusesBatchesOfTheWrongShape() {
        assertThatThrownBy(() -> sendBatch(Collections.nCopies(11, "a")))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class);
        var twins = List.of(entry("same", "a"), entry("same", "b"));
        assertThatThrownBy(() -> client.sendMessageBatch(send -> send.queueUrl(queue).entries(twins)))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void aCallCarriesExactly256Kilobytes(int entries) {
        var bodies = IntStream.range(0, entries).mapToObj(i -> "x".repeat(MAX_BYTES / entries)).toList();

        assertThat(sendBatch(bodies).successful()).hasSize(entries);
        assertThat(receive(queue).body()).isEqualTo(bodies.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1F, 0xFFFE, 0xFFFF})
    void refusesCharactersThatXmlCannotCarry(int character) {
        var failure = catchThrowableOfType(SqsException.class, () -> send("a" + Character.toString(character)));

        assertThat(failure.statusCode()).isEqualTo(400);
    }

    @Test
    void aMessageReceivedTooOftenMovesToTheDeadLettersAndBackOnRequest() {
        var deadLetters = client.createQueue(create -> create.queueName(name + "-dead")).queueUrl();
        var arn = attribute(deadLetters, QueueAttributeName.QUEUE_ARN);
        var policy = Map.of(QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"2\"}");
        queue = client.createQueue(create -> create.queueName(name + "-live").attributes(policy)).queueUrl();
        send("poison");
        for (int deliveries = 0; deliveries < 2; deliveries++) giveBack(queue, receive(queue));
        assertThat(receiveNow()).isEmpty();
        giveBack(deadLetters, receive(deadLetters));

        client.startMessageMoveTask(move -> move.sourceArn(arn));

        assertThat(receive(queue).body()).isEqualTo("poison");
    }

    @Test
    void aPurgedQueueIsEmpty() {
        sendBatch(List.of("a", "b"));

        client.purgeQueue(purge -> purge.queueUrl(queue));

        assertThat(receiveNow()).isEmpty();
    }

    private void giveBack(String to, Message message) {
        client.changeMessageVisibility(
                hide -> hide.queueUrl(to).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }

    private void send(String body) {
        client.sendMessage(send -> send.queueUrl(queue).messageBody(body));
    }

    private SendMessageBatchResponse sendBatch(List<String> bodies) {
        var entries = IntStream.range(0, bodies.size()).mapToObj(i -> entry("" + i, bodies.get(i))).toList();
        return client.sendMessageBatch(send -> send.queueUrl(queue).entries(entries));
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private List<Message> receiveNow() {
        return client.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10)).messages();
    }

    /// Asks again for a while: real queues answer with what the asked servers hold.
    private Message receive(String from) {
        for (int tries = 0; tries < 5; tries++) {
            var messages = client.receiveMessage(receive -> receive.queueUrl(from)
                    .waitTimeSeconds(2)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
            if (!messages.isEmpty()) return messages.getFirst();
        }
        throw new AssertionError("No message in " + from);
    }

    private List<Message> receiveAll(int count) {
        var all = new ArrayList<Message>();
        while (all.size() < count) all.add(receive(queue));
        return all;
    }

    private int count(String of, QueueAttributeName attribute) {
        return Integer.parseInt(attribute(of, attribute));
    }

    private String attribute(String of, QueueAttributeName attribute) {
        var answer = client.getQueueAttributes(get -> get.queueUrl(of).attributeNames(attribute));
        return answer.attributes().get(attribute);
    }

    private static String deliveries(Message message) {
        return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    }
}

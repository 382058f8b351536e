package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// Beyond the contract: what the service promises and the emulators do not keep, and what needs a clock.
class FakeAwsSqsTest extends SqsContract {

    private final TestClock clock = new TestClock();
    private final FakeAws aws = new FakeAws(clock).withQueue("queue", "dead", 2);
    private final SqsClient client = TestClients.over(aws).sqs();
    private final String queue = FakeAws.queueUrl("eu-west-1", "queue");

    @Override
    protected SqsClient client() {
        return client;
    }

    @Test
    void aMessageComesBackWhenItsVisibilityEnds() {
        client.sendMessage(send -> send.queueUrl(queue).messageBody("a"));
        receive();
        clock.advance(Duration.ofSeconds(29));
        assertThat(receive()).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(receive()).hasSize(1);
        assertThat(aws.messages("queue").getFirst().receiveCount()).isEqualTo(2);
    }

    @Test
    void aMessageIsForgottenAfterItsRetention() {
        client.sendMessage(send -> send.queueUrl(queue).messageBody("a"));

        clock.advance(Duration.ofDays(4).plusSeconds(1));

        assertThat(receive()).isEmpty();
        assertThat(aws.messages("queue")).isEmpty();
    }

    @Test
    void aDelayedMessageIsNotThereYet() {
        client.sendMessage(send -> send.queueUrl(queue).messageBody("a").delaySeconds(5));
        assertThat(receive()).isEmpty();

        clock.advance(Duration.ofSeconds(5));

        assertThat(receive()).hasSize(1);
    }

    @Test
    void deletingTwiceIsHarmlessAndAnOldReceiptDeletesNothing() {
        client.sendMessage(send -> send.queueUrl(queue).messageBody("a"));
        var first = receive().getFirst();
        clock.advance(Duration.ofMinutes(1));
        var second = receive().getFirst();

        delete(first);
        assertThat(aws.messages("queue")).hasSize(1);
        delete(second);
        delete(second);
        assertThat(aws.messages("queue")).isEmpty();
    }

    @Test
    void refusesACallAbove256KilobytesAndAnEmptyOne() {
        var big = List.of(entry("1", "x".repeat(256 * 1024 - 1)), entry("2", "é"));
        assertThatThrownBy(() -> client.sendMessageBatch(send -> send.queueUrl(queue).entries(big)))
                .isInstanceOf(BatchRequestTooLongException.class);
        assertThatThrownBy(
                () -> client.sendMessage(send -> send.queueUrl(queue).messageBody("x".repeat(256 * 1024 + 1))))
                .isInstanceOf(SqsException.class);
        assertThatThrownBy(() -> client.sendMessageBatch(send -> send.queueUrl(queue).entries(List.of())))
                .isInstanceOf(EmptyBatchRequestException.class);
        assertThat(aws.messages("queue")).isEmpty();
    }

    @Test
    void aBatchFailsEntryByEntry() {
        var entries = List.of(entry("good", "a"), entry("bad", "\u0000"));

        var answer = client.sendMessageBatch(send -> send.queueUrl(queue).entries(entries));

        assertThat(answer.successful()).extracting("id").containsExactly("good");
        assertThat(answer.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("bad");
            assertThat(failed.senderFault()).isTrue();
        });
    }

    @Test
    void aBadCharacterIsInvalidMessageContents() {
        var failure = catchThrowableOfType(
                SqsException.class,
                () -> client.sendMessage(send -> send.queueUrl(queue).messageBody("\u0000")));

        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("InvalidMessageContents");
    }

    @Test
    void aCopyGoesItsOwnWay() {
        client.sendMessage(send -> send.queueUrl(queue).messageBody("a"));
        var copy = aws.copy();

        client.sendMessage(send -> send.queueUrl(queue).messageBody("b"));

        assertThat(copy.messages("queue")).extracting(QueuedMessage::body).containsExactly("a");
        assertThat(aws.messages("queue")).extracting(QueuedMessage::body).containsExactly("a", "b");
    }

    private List<Message> receive() {
        return client.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10)).messages();
    }

    private void delete(Message message) {
        client.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import tracenova.testkit.FakeAws;
import tracenova.testkit.QueuedMessage;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;

class QueuePumpTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final UnaryOperator<byte[]> FAILING = event -> {
        throw new IllegalStateException("asked to fail");
    };

    private final TestClock clock = new TestClock();
    private final FakeAws aws = new FakeAws(clock).withQueue("events", "dead", 2);
    private final SqsClient queues = TestClients.over(aws).sqs();
    private final String url = queues.getQueueUrl(request -> request.queueName("events")).queueUrl();
    private final List<Map<?, ?>> events = new ArrayList<>();

    @BeforeEach
    void send() {
        List.of("a", "b", "c").forEach(
                body -> queues.sendMessage(request -> request.queueUrl(url).messageBody(body)));
    }

    @Test
    void onlyWhatDidNotFailIsDeleted() {
        pump(true, event -> failures("\"" + id(event, 1) + "\""));

        assertThat(left()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void emptyAnswerIsASuccessOfAll(String answer) {
        pump(true, event -> bytes(answer));

        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "\"\"", "null"})
    void failureOfAnUnknownMessageDeletesNothing(String id) {
        pump(true, event -> failures(id));

        assertThat(left()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "5", "{\"batchItemFailures\":\"all\"}"})
    void answerWithoutSenseDeletesNothing(String answer) {
        pump(true, event -> bytes(answer));

        assertThat(left()).containsExactly("a", "b", "c");
    }

    @Test
    void exceptionDeletesNothingAndTheQueueMovesWhatFailsTooOften() {
        pump(true, FAILING);
        assertThat(left()).containsExactly("a", "b", "c");

        clock.advance(Duration.ofSeconds(31));
        pump(true, FAILING);
        clock.advance(Duration.ofSeconds(31));
        pump(true, FAILING);

        assertThat(left()).isEmpty();
        assertThat(aws.messages("dead")).extracting(QueuedMessage::body).containsExactly("a", "b", "c");
    }

    @Test
    void withoutReportBatchItemFailuresAReturnIsASuccessOfAll() {
        pump(false, event -> failures("\"" + id(event, 1) + "\""));

        assertThat(left()).isEmpty();
    }

    @Test
    void functionGetsWhatLambdaWouldSend() {
        pump(true, event -> bytes(""));

        var first = (Map<?, ?>) ((List<?>) events.getFirst().get("Records")).getFirst();
        assertThat(first.keySet().stream().map(String::valueOf)).containsExactlyInAnyOrder("messageId", "receiptHandle",
                "body", "attributes", "messageAttributes", "md5OfBody", "eventSource", "eventSourceARN", "awsRegion");
        assertThat(first.get("body")).isEqualTo("a");
        assertThat(first.get("eventSource")).isEqualTo("aws:sqs");
        assertThat(first.get("awsRegion")).isEqualTo("eu-west-1");
        assertThat(((Map<?, ?>) first.get("attributes")).get("ApproximateReceiveCount")).isEqualTo("1");
    }

    private String id(byte[] event, int index) {
        var record = (Map<?, ?>) ((List<?>) read(event).get("Records")).get(index);
        return (String) record.get("messageId");
    }

    private Map<?, ?> read(byte[] event) {
        try {
            return JSON.readValue(event, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] failures(String id) {
        return bytes("{\"batchItemFailures\":[{\"itemIdentifier\":" + id + "}]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> left() {
        return aws.messages("events").stream().map(QueuedMessage::body).toList();
    }

    private void pump(boolean partialFailures, UnaryOperator<byte[]> function) {
        var source = new Template.QueueSource("Queue", 3, Duration.ZERO, partialFailures, 2);
        var feed = new QueuePump.Feed(source, url, "arn:aws:sqs:eu-west-1:000000000000:events");
        UnaryOperator<byte[]> recorded = event -> {
            events.add(read(event));
            return function.apply(event);
        };
        new QueuePump(queues, JSON, feed, recorded, () -> false).pumpOnce();
    }
}

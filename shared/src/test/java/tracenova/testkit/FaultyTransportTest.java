package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import tracenova.aws.ClientLimits;
import tracenova.testkit.Fault.Partial;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.Fault.Slow;

class FaultyTransportTest {

    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"));
    private static final Duration LONG = Duration.ofHours(2);

    private final TestClock clock = new TestClock();
    private final Instant start = clock.instant();
    private final FakeAws aws = new FakeAws(clock).withTable("table").withQueue("queue").withBucket("bucket");
    private final FaultyTransport transport = new FaultyTransport(aws, clock);
    private final TestClients clients = TestClients.over(transport);
    private final DynamoDbClient table = clients.dynamoDb(ClientLimits.TABLE_INGEST);
    private final SqsClient queue = clients.sqs(ClientLimits.QUEUE_INGEST);
    private final S3Client bucket = clients.s3();

    /// One write of each service.
    private enum Write {
        PutItem(3),
        SendMessageBatch(2),
        PutObject(3);

        private final int attempts;

        Write(int attempts) {
            this.attempts = attempts;
        }
    }

    private void run(Write write) {
        switch (write) {
            case PutItem -> table.putItem(put -> put.tableName("table").item(ITEM));
            case SendMessageBatch -> send(1);
            case PutObject ->
                    bucket.putObject(put -> put.bucket("bucket").key("k"), RequestBody.fromString("text"));
        }
    }

    private boolean isApplied(Write write) {
        return switch (write) {
            case PutItem -> !aws.items("table").isEmpty();
            case SendMessageBatch -> !aws.messages("queue").isEmpty();
            case PutObject -> !aws.objects("bucket").isEmpty();
        };
    }

    @ParameterizedTest
    @EnumSource
    void aPassingFaultIsOvercomeByTheRetry(Write write) {
        for (var fault : List.of(Plain.THROTTLE, Plain.E500, Plain.IO_BEFORE, Plain.IO_AFTER, Plain.HTML)) {
            transport.forget();
            transport.plan(Plan.once(1, fault));

            run(write);

            assertThat(transport.calls()).extracting(PhysicalCall::fault).containsExactly(fault, Plain.NONE);
            assertThat(transport.calls()).extracting(call -> call.attempt().attempt()).containsExactly(1, 2);
        }
        assertThat(isApplied(write)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void persistentThrottlingIsToldAsSuch(Write write) {
        transport.plan(Plan.always(write.name(), Plain.THROTTLE));

        var failure = catchThrowableOfType(AwsServiceException.class, () -> run(write));

        assertThat(failure.isThrottlingException()).isTrue();
        assertThat(transport.calls()).hasSize(write.attempts);
        assertThat(isApplied(write)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aPersistentServiceFaultIsToldAsSuch(Write write) {
        for (var fault : List.of(Plain.E500, Plain.HTML)) {
            transport.forget();
            transport.plan(Plan.always(write.name(), fault));

            var failure = catchThrowableOfType(AwsServiceException.class, () -> run(write));

            assertThat(failure.statusCode()).isIn(500, 502);
            assertThat(transport.calls()).hasSize(write.attempts);
        }
        assertThat(isApplied(write)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenConnectionLeavesAnEffectOrNot(Write write) {
        transport.plan(Plan.always(write.name(), Plain.IO_BEFORE));
        assertThatThrownBy(() -> run(write)).isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(isApplied(write)).isFalse();

        transport.plan(Plan.always(write.name(), Plain.IO_AFTER));
        assertThatThrownBy(() -> run(write)).isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(isApplied(write)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCrashGoesThroughTheSdkUntouchedAndIsNotRetried(Write write) {
        transport.plan(Plan.always(write.name(), Plain.CRASH_BEFORE));
        assertThatThrownBy(() -> run(write)).isInstanceOf(Crash.class);
        assertThat(isApplied(write)).isFalse();

        transport.plan(Plan.always(write.name(), Plain.CRASH_AFTER));
        assertThatThrownBy(() -> run(write)).isInstanceOf(Crash.class);
        assertThat(isApplied(write)).isTrue();
        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void aRetryAfterALostAnswerMeetsItsOwnItem() {
        transport.plan(Plan.once(1, Plain.IO_AFTER));

        var failure = catchThrowableOfType(ConditionalCheckFailedException.class, this::putIfAbsent);

        assertThat(failure.item()).isEqualTo(ITEM);
    }

    @Test
    void aFailedConditionMayComeWithoutTheOldItem() {
        run(Write.PutItem);
        transport.plan(_ -> Plain.NO_OLD_ITEM);

        var failure = catchThrowableOfType(ConditionalCheckFailedException.class, this::putIfAbsent);

        assertThat(failure.hasItem()).isFalse();
    }

    @Test
    void aConflictOfConditionalPutsIsNotRetried() {
        transport.plan(_ -> Plain.CONFLICT);

        var failure = catchThrowableOfType(AwsServiceException.class, () -> run(Write.PutObject));

        assertThat(failure.statusCode()).isEqualTo(409);
        assertThat(transport.calls()).hasSize(1);
    }

    @Test
    void aSlowAnswerTakesTimeOnTheClock() {
        transport.plan(Plan.always("PutItem", new Slow(Duration.ofMillis(499), Slow.Effect.AFTER)));

        run(Write.PutItem);

        assertThat(clock.instant()).isEqualTo(start.plusMillis(499));
    }

    @Test
    void theWholeCallEndsAtItsLimit() {
        transport.plan(Plan.always("PutItem", new Slow(LONG, Slow.Effect.BEFORE)));

        assertThatThrownBy(() -> run(Write.PutItem)).isInstanceOf(ApiCallTimeoutException.class);

        assertThat(transport.calls()).hasSize(3);
        assertThat(clock.instant()).isEqualTo(start.plus(ClientLimits.TABLE_INGEST.call()));
        assertThat(aws.items("table")).isEmpty();
    }

    @Test
    void aTimeOutAfterTheEffectHasAnEffect() {
        transport.plan(Plan.always("PutItem", new Slow(LONG, Slow.Effect.AFTER)));

        assertThatThrownBy(() -> run(Write.PutItem)).isInstanceOf(ApiCallTimeoutException.class);

        assertThat(aws.items("table")).hasSize(1);
    }

    @Test
    void aTimedOutAttemptIsRetried() {
        transport.plan(Plan.once(1, new Slow(LONG, Slow.Effect.BEFORE)));

        run(Write.PutItem);

        assertThat(clock.instant()).isEqualTo(start.plus(ClientLimits.TABLE_INGEST.attempt()));
    }

    @Test
    void aLateRequestTakesEffectLongAfterItsTimeOut() throws IOException {
        transport.plan(Plan.always("PutItem", new Slow(LONG, Slow.Effect.LATE)));
        assertThatThrownBy(() -> run(Write.PutItem)).isInstanceOf(ApiCallTimeoutException.class);

        clock.set(start.plus(LONG).minusMillis(1));
        transport.deliverLate(false);
        assertThat(aws.items("table")).isEmpty();
        clock.set(start.plus(LONG));
        transport.deliverLate(false);
        assertThat(aws.items("table")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void entriesOfABatchFailOrAreUnaccountedFor(Partial.Side side) {
        for (int entries = 0; entries <= 3; entries++) {
            transport.plan(Plan.always("SendMessageBatch", new Partial(entries, side)));

            var answer = send(3);

            int unaccounted = side == Partial.Side.UNACCOUNTED ? entries : 0;
            assertThat(answer.successful()).hasSize(3 - entries);
            assertThat(answer.failed()).hasSize(entries - unaccounted);
            assertThat(answer.failed())
                    .allMatch(failed -> failed.senderFault() == (side == Partial.Side.SENDER));
        }
        assertThat(aws.messages("queue")).hasSize(3 + 2 + 1);
    }

    @ParameterizedTest
    @EnumSource
    void deletionsFailOrAreUnaccountedFor(Partial.Side side) {
        for (int entries = 0; entries <= 3; entries++) {
            var keys = List.of("a", "b&", "c");
            keys.forEach(key -> bucket.putObject(put -> put.bucket("bucket").key(key), RequestBody.fromString("x")));
            transport.plan(Plan.always("DeleteObjects", new Partial(entries, side)));

            var identifiers = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
            var answer = bucket.deleteObjects(
                    delete -> delete.bucket("bucket").delete(objects -> objects.objects(identifiers)));

            var kept = keys.subList(0, entries);
            assertThat(answer.deleted()).hasSize(3 - entries);
            assertThat(answer.errors()).extracting("key")
                    .isEqualTo(side == Partial.Side.UNACCOUNTED ? List.of() : kept);
            assertThat(aws.objects("bucket").keySet()).containsExactlyElementsOf(kept);
        }
    }

    @Test
    void aSpoiltAnswerIsNeverTakenForAnAnswer() {
        run(Write.PutItem);
        run(Write.PutObject);
        send(1);
        var reads = List.<Runnable>of(
                () -> table.getItem(get -> get.tableName("table").key(ITEM)),
                () -> bucket.getObjectAsBytes(get -> get.bucket("bucket").key("k")),
                () -> queue.receiveMessage(receive -> receive.queueUrl(queueUrl()).visibilityTimeout(0)),
                () -> send(1));
        for (var fault : List.of(Plain.TRUNCATED, Plain.WRONG_CHECKSUM))
            for (var read : reads) {
                transport.plan(_ -> fault);

                assertThat(catchThrowable(read::run)).as("%s of read %d", fault, reads.indexOf(read))
                        .isInstanceOf(SdkException.class);
            }
    }

    @Test
    void halfAListingIsNeverTakenForAListing() {
        run(Write.PutObject);
        transport.plan(_ -> Plain.TRUNCATED);

        assertThatThrownBy(() -> bucket.listObjectsV2(list -> list.bucket("bucket")))
                .isInstanceOf(SdkException.class);
    }

    @Test
    void aStaleReadAnswersAsBefore() {
        assertThat(table.getItem(get -> get.tableName("table").key(ITEM)).hasItem()).isFalse();
        run(Write.PutItem);
        transport.plan(_ -> Plain.STALE);

        assertThat(table.getItem(get -> get.tableName("table").key(ITEM)).hasItem()).isFalse();
        assertThat(table.getItem(get -> get.tableName("table").key(ITEM).consistentRead(true)).hasItem())
                .isTrue();
    }

    @Test
    void aStaleListingNamesWhatIsGone() {
        run(Write.PutObject);
        bucket.listObjectsV2(list -> list.bucket("bucket"));
        bucket.deleteObject(delete -> delete.bucket("bucket").key("k"));
        transport.plan(_ -> Plain.STALE);

        assertThat(bucket.listObjectsV2(list -> list.bucket("bucket")).contents()).extracting(S3Object::key)
                .containsExactly("k");
    }

    @Test
    void callsAreRecordedAsTheyWereMade() {
        var item = new HashMap<>(ITEM);
        item.put("body", AttributeValue.fromS("x".repeat(1500)));
        table.putItem(put -> put.tableName("table").item(item));
        send(2);
        run(Write.PutObject);
        table.getItem(get -> get.tableName("table").key(ITEM));

        assertThat(transport.calls()).extracting(call -> call.attempt().call()).containsExactly(
                new AwsCall("dynamodb", "PutItem", "table", "p s", 1, false),
                new AwsCall("sqs", "SendMessageBatch", "queue", "", 2, false),
                new AwsCall("s3", "PutObject", "bucket", "k", 1, false),
                new AwsCall("dynamodb", "GetItem", "table", "p s", 1, true));
        assertThat(transport.calls()).extracting(PhysicalCall::capacityUnits)
                .containsExactly(2.0, 0.0, 0.0, 0.5);
        assertThat(transport.calls()).extracting(call -> call.attempt().position())
                .containsExactly(1, 2, 3, 4);
        assertThat(transport.calls().getFirst().bytes()).isGreaterThan(1500);
        assertThat(transport.calls()).extracting(PhysicalCall::status).containsOnly(200);
    }

    @Test
    void everyKindThatFitsACallCanBeInjected() {
        run(Write.PutItem);
        var call = transport.calls().getFirst().attempt().call();

        assertThat(Fault.thatFit(call)).contains(Plain.IO_AFTER, Plain.WRONG_CHECKSUM)
                .doesNotContain(Plain.STALE);
        for (var fault : Fault.thatFit(call)) {
            transport.forget();
            transport.plan(Plan.always("PutItem", fault));

            assertThat(catchThrowable(() -> run(Write.PutItem))).as("%s", fault).isNotNull();
        }
    }

    private void putIfAbsent() {
        table.putItem(put -> put.tableName("table")
                .item(ITEM)
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private SendMessageBatchResponse send(int count) {
        var entries = IntStream.range(0, count)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("" + i).messageBody("m" + i).build())
                .toList();
        return queue.sendMessageBatch(send -> send.queueUrl(queueUrl()).entries(entries));
    }

    private static String queueUrl() {
        return FakeAws.queueUrl("eu-west-1", "queue");
    }
}

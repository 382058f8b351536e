package tracenova.testkit;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// DynamoDB, SQS, S3 and Parameter Store in memory, spoken to by the real SDK: give it to a client as its HTTP client.
/// Deterministic; whatever it does not know is refused, never passed over. The contract suites prove it equal
/// to the emulators.
public final class FakeAws implements SdkHttpClient {

    /// Header of each DynamoDB answer: the request units it cost, asked for or not.
    static final String CAPACITY = "x-fake-capacity-units";

    private final FakeDynamoDb dynamoDb;
    private final FakeSqs sqs;
    private final FakeS3 s3;
    private final FakeParameters parameters;

    public FakeAws(InstantSource clock) {
        this(new FakeDynamoDb(), new FakeSqs(clock), new FakeS3(clock), new FakeParameters());
    }

    private FakeAws(FakeDynamoDb dynamoDb, FakeSqs sqs, FakeS3 s3, FakeParameters parameters) {
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
        this.s3 = s3;
        this.parameters = parameters;
    }

    /// The same state again; from here on the two go separate ways. Costs a reference per thing stored.
    public FakeAws copy() {
        return new FakeAws(dynamoDb.copy(), sqs.copy(), s3.copy(), parameters.copy());
    }

    /// A table with the string keys `pk` and `sk`.
    public FakeAws withTable(String name) {
        dynamoDb.create(name, "pk", "sk");
        return this;
    }

    public FakeAws withQueue(String name) {
        sqs.create(name, Map.of());
        return this;
    }

    /// A queue whose messages go to `deadLetters` (made as well) after `maxReceiveCount` deliveries.
    public FakeAws withQueue(String name, String deadLetters, int maxReceiveCount) {
        sqs.create(deadLetters, Map.of());
        sqs.create(name, Map.of("RedrivePolicy", FakeSqs.redrivePolicy(deadLetters, maxReceiveCount)));
        return this;
    }

    public FakeAws withBucket(String name) {
        s3.create(name);
        return this;
    }

    /// What `GetQueueUrl` answers a client of this region without endpoint override.
    public static String queueUrl(String region, String queue) {
        return "https://sqs." + region + ".amazonaws.com/" + FakeSqs.ACCOUNT + "/" + queue;
    }

    /// All items of a table by pk and sk.
    public List<Map<String, AttributeValue>> items(String table) {
        return dynamoDb.items(table);
    }

    /// All messages of a queue, visible or not, oldest first.
    public List<QueuedMessage> messages(String queue) {
        return sqs.messages(queue);
    }

    /// All objects of a bucket by key.
    public SortedMap<String, StoredObject> objects(String bucket) {
        return s3.objects(bucket);
    }

    /// The CORS configuration of a bucket as it was put, empty where there is none.
    public String cors(String bucket) {
        return s3.cors(bucket);
    }

    /// All parameters by name.
    public Map<String, StoredParameter> parameters() {
        return parameters.all();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(WireRequest.of(request)).toSdk();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public String clientName() {
        return "FakeAws";
    }

    @Override
    public void close() {}

    /// What AWS would answer, and does.
    public WireReply answer(WireRequest request) {
        var target = request.header("X-Amz-Target").orElse("");
        var operation = target.substring(target.indexOf('.') + 1);
        if (target.startsWith("DynamoDB_")) return dynamoDb.answer(operation, request);
        if (target.startsWith("AmazonSQS.")) return sqs.answer(operation, request);
        if (target.startsWith("AmazonSSM.")) return parameters.answer(operation, request);
        return s3.answer(request);
    }
}

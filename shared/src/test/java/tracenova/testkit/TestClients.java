package tracenova.testkit;

import java.net.URI;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import tracenova.aws.AwsClients;
import tracenova.aws.AwsSettings;
import tracenova.aws.ClientLimits;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;

/// Clients as production makes them, over a transport of the test's choice; no timers, retries at once.
public final class TestClients {

    private static final URI NOWHERE = URI.create("http://aws.test");

    private final AwsClients clients;

    private TestClients(Endpoints endpoints, HttpTransport transport) {
        var settings = new AwsSettings(
                "eu-west-1", NOWHERE.toString(),
                endpoints.dynamoDb().toString(), endpoints.sqs().toString(), endpoints.s3().toString(),
                null, null);
        clients = new AwsClients(settings, transport, Retrying.immediate());
    }

    /// Where the services of an emulator listen.
    public record Endpoints(URI dynamoDb, URI sqs, URI s3) {}

    public static TestClients over(SdkHttpClient transport) {
        return over(_ -> transport);
    }

    public static TestClients over(HttpTransport transport) {
        return at(new Endpoints(NOWHERE, NOWHERE, NOWHERE), transport);
    }

    public static TestClients at(Endpoints endpoints, HttpTransport transport) {
        return new TestClients(endpoints, transport);
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb(ClientLimits.TABLE_SCHEDULED);
    }

    public DynamoDbClient dynamoDb(ClientLimits limits) {
        return clients.build("dynamodb", DynamoDbClient.builder(), limits);
    }

    public SqsClient sqs() {
        return sqs(ClientLimits.QUEUE_SCHEDULED);
    }

    public SqsClient sqs(ClientLimits limits) {
        return clients.build("sqs", SqsClient.builder(), limits);
    }

    public S3Client s3() {
        return clients.build("s3", S3Client.builder().forcePathStyle(true), ClientLimits.BUCKET_SMALL);
    }

    public SsmClient ssm() {
        return clients.build("ssm", SsmClient.builder(), ClientLimits.PARAMETER);
    }
}

package tracenova.benchmarks.floor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// What no tracking function gets around: some bytes, deflated, into the table and into the queue.
final class TwoCalls {

    static final byte[] ACCEPTED = "{\"statusCode\":202,\"body\":\"{}\"}".getBytes(StandardCharsets.UTF_8);

    private final DynamoDbClient table = client(DynamoDbClient.builder());
    private final SqsClient queue = client(SqsClient.builder());

    void make(byte[] body) {
        var packed = deflated(body);
        var id = UUID.randomUUID().toString();
        table.putItem(put -> put.tableName(System.getenv("TABLE_NAME")).item(Map.of(
                "pk", AttributeValue.fromS(id),
                "sk", AttributeValue.fromS(id),
                "body", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed)))));
        queue.sendMessageBatch(send -> send.queueUrl(System.getenv("QUEUE_URL"))
                .entries(SendMessageBatchRequestEntry.builder()
                        .id("0").messageBody(Base64.getEncoder().encodeToString(packed)).build()));
    }

    private static byte[] deflated(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        builder.region(Region.of(System.getenv("AWS_REGION")))
                .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        builder.httpClient(UrlConnectionHttpClient.create());
        return builder.build();
    }
}

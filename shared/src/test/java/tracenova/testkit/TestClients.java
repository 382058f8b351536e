package tracenova.testkit;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of the real SDK over a transport of the test's choice: three attempts, no waiting between them.
public final class TestClients {

    public static final Region REGION = Region.EU_WEST_1;

    private final SdkHttpClient transport;
    private final Optional<Endpoints> endpoints;

    private TestClients(SdkHttpClient transport, Optional<Endpoints> endpoints) {
        this.transport = transport;
        this.endpoints = endpoints;
    }

    /// Where the services of an emulator listen.
    public record Endpoints(URI dynamoDb, URI sqs, URI s3) {}

    /// Spoken to as if it were AWS: virtual hosts, no endpoint override.
    public static TestClients over(SdkHttpClient transport) {
        return new TestClients(transport, Optional.empty());
    }

    public static TestClients at(Endpoints endpoints, SdkHttpClient transport) {
        return new TestClients(transport, Optional.of(endpoints));
    }

    public DynamoDbClient dynamoDb() {
        return build(DynamoDbClient.builder(), endpoints.map(Endpoints::dynamoDb));
    }

    public SqsClient sqs() {
        return build(SqsClient.builder(), endpoints.map(Endpoints::sqs));
    }

    public S3Client s3() {
        return build(S3Client.builder().forcePathStyle(endpoints.isPresent()), endpoints.map(Endpoints::s3));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, Optional<URI> endpoint) {
        endpoint.ifPresent(builder::endpointOverride);
        var retries = StandardRetryStrategy.builder()
                .maxAttempts(3)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .circuitBreakerEnabled(false)
                .build();
        return builder.httpClient(transport)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(override -> override.retryStrategy(retries))
                .build();
    }
}

package tracenova.aws;

import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.presigner.SdkPresigner;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

/// Makes every AWS client of the product, so that each has its time-outs, its retries and the one transport.
@Singleton
public class AwsClients {

    private final AwsSettings settings;
    private final HttpTransport transport;
    private final Retrying retrying;

    public AwsClients(AwsSettings settings, HttpTransport transport, Retrying retrying) {
        this.settings = settings;
        this.transport = transport;
        this.retrying = retrying;
    }

    /// Builds a client of `service` ("dynamodb", "sqs", "s3") within the limits of its row.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            String service, B builder, ClientLimits limits) {
        builder.region(Region.of(settings.region()))
                .httpClient(transport.open(limits.socket()))
                .overrideConfiguration(overrides(limits));
        settings.endpointOf(service).ifPresent(endpoint -> builder.endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(localCredentials())));
        return builder.build();
    }

    /// Tells a presigner of `service`, which calls nobody, where that service is.
    public <B extends SdkPresigner.Builder> B place(String service, B builder) {
        builder.region(Region.of(settings.region()));
        settings.endpointOf(service).ifPresent(endpoint -> builder.endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(localCredentials())));
        return builder;
    }

    /// Whether `service` is somewhere else than in AWS: then a bucket is named by path, not by host.
    public boolean isLocal(String service) {
        return settings.endpointOf(service).isPresent();
    }

    /// Those that LocalStack checks presigned URLs with, where nothing else is given.
    private AwsBasicCredentials localCredentials() {
        return settings.accessKeyId() == null || settings.secretAccessKey() == null
                ? AwsBasicCredentials.create("test", "test")
                : AwsBasicCredentials.create(settings.accessKeyId(), settings.secretAccessKey());
    }

    private ClientOverrideConfiguration overrides(ClientLimits limits) {
        var configuration = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(limits.attempts())
                        .circuitBreakerEnabled(false)
                        .backoffStrategy(retrying.backoff())
                        .throttlingBackoffStrategy(retrying.backoff())
                        .build());
        if (retrying.timers()) {
            configuration.apiCallAttemptTimeout(limits.attempt()).apiCallTimeout(limits.call());
        }
        return configuration.build();
    }
}

package tracenova.conservation;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;
import tracenova.aws.Retrying;

/// The SDK's clients, made once and shared by all sandboxes: they keep nothing between calls, and which run a
/// call belongs to is known by its thread. Their timers never fire: time is the schedule's.
final class Clients extends AwsClients {

    private static final Map<String, Object> MADE = new ConcurrentHashMap<>();

    private static final ScheduledThreadPoolExecutor NEVER = new ScheduledThreadPoolExecutor(1, Clients::daemon) {
        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, 1_000, TimeUnit.DAYS);
        }
    };

    static {
        NEVER.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "never");
        thread.setDaemon(true);
        return thread;
    }

    private final boolean tracking;
    private final boolean retries;

    Clients(Role role, boolean retries) {
        super(null, null, Retrying.immediate());
        this.tracking = role == Role.TRACK;
        this.retries = retries;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            String service, B builder, ClientLimits limits) {
        var own = ofRole(limits);
        return (C) MADE.computeIfAbsent(service + own + retries, key -> made(builder, own));
    }

    /// All functions are on one class path here, so the beans that say how patient each is stand for tracking.
    private ClientLimits ofRole(ClientLimits limits) {
        return switch (limits) {
            case TABLE_INGEST -> tracking ? limits : ClientLimits.TABLE_SCHEDULED;
            case QUEUE_INGEST -> tracking ? limits : ClientLimits.QUEUE_SCHEDULED;
            default -> limits;
        };
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C made(B builder, ClientLimits limits) {
        return builder.region(Region.EU_WEST_1)
                .httpClient(new Wire())
                .endpointOverride(URI.create("http://aws.test"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(override -> override
                        .scheduledExecutorService(NEVER)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(retries ? limits.attempts() : 1)
                                .circuitBreakerEnabled(false)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }

    @Override
    public boolean isLocal(String service) {
        return true;
    }
}

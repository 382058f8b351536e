package tracenova.queue;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// The queue, over one client.
@Factory
class QueueFactory {

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(missingBeans = SqsClient.class)
    SqsClient client(AwsClients clients, QueueLimits limits) {
        return clients.build("sqs", SqsClient.builder(), limits.limits());
    }

    @Singleton
    @Requires(missingBeans = QueueLimits.class)
    QueueLimits limits() {
        return new QueueLimits(ClientLimits.QUEUE_SCHEDULED);
    }

    @Singleton
    ChunkQueue queue(SqsClient client, @Property(name = "queue.url") String url) {
        return new ChunkQueue(client, url);
    }
}

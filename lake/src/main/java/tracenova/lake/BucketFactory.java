package tracenova.lake;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// Makes the one bucket.
@Factory
class BucketFactory {

    @Singleton
    @Bean(preDestroy = "close")
    Bucket bucket(AwsClients clients, @Property(name = "bucket.name") String name) {
        return new Bucket(
                client(clients, ClientLimits.BUCKET_SMALL), client(clients, ClientLimits.BUCKET_PARTITIONS), name);
    }

    private static S3Client client(AwsClients clients, ClientLimits limits) {
        return clients.build("s3", S3Client.builder().forcePathStyle(clients.isLocal("s3")), limits);
    }
}

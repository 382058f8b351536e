package tracenova.local;

import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// The runner's own clients of table, queue and bucket.
@Singleton
final class Clients {

    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final S3Client buckets;

    Clients(AwsClients aws) {
        this.tables = aws.build("dynamodb", DynamoDbClient.builder(), ClientLimits.BUCKET_PARTITIONS);
        this.queues = aws.build("sqs", SqsClient.builder(), ClientLimits.BUCKET_PARTITIONS);
        this.buckets = aws.build("s3", S3Client.builder().forcePathStyle(true), ClientLimits.BUCKET_PARTITIONS);
    }

    DynamoDbClient tables() {
        return tables;
    }

    SqsClient queues() {
        return queues;
    }

    S3Client buckets() {
        return buckets;
    }
}

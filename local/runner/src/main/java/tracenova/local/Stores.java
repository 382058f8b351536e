package tracenova.local;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/// Makes the template's tables, queues and buckets where they are not there yet; what is there stays as it is.
final class Stores {

    private static final int NOT_IMPLEMENTED = 501;

    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final S3Client buckets;
    private final LocalNames names;

    Stores(Clients clients, LocalNames names) {
        this.tables = clients.tables();
        this.queues = clients.queues();
        this.buckets = clients.buckets();
        this.names = names;
    }

    void make(Template template) {
        template.tables().forEach(this::make);
        // A queue's redrive policy names its dead-letter queue, which must be there first.
        template.queues().stream()
                .sorted(Comparator.comparing(queue -> queue.redrive().isPresent()))
                .forEach(this::make);
        template.buckets().forEach(this::make);
    }

    /// Pages of these origins may read the bucket, as the custom resource has it in AWS.
    void letRead(String bucket, List<String> origins) {
        var rule = CORSRule.builder().allowedOrigins(origins).allowedMethods("GET").allowedHeaders("*")
                .exposeHeaders("ETag").build();
        try {
            buckets.putBucketCors(request -> request
                    .bucket(names.name(bucket)).corsConfiguration(cors -> cors.corsRules(List.of(rule))));
        } catch (S3Exception e) {
            // Our own emulator takes no such rule: it was started with one.
            if (e.statusCode() != NOT_IMPLEMENTED) throw e;
        }
    }

    private void make(Template.Table table) {
        var name = names.name(table.id());
        try {
            tables.createTable(request -> request
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(table.keys().entrySet().stream().map(key -> KeySchemaElement.builder()
                            .attributeName(key.getKey()).keyType(key.getValue()).build()).toList())
                    .attributeDefinitions(table.types().entrySet().stream().map(type -> AttributeDefinition.builder()
                            .attributeName(type.getKey()).attributeType(type.getValue()).build()).toList()));
        } catch (ResourceInUseException alreadyThere) {
            return;
        }
        tables.waiter().waitUntilTableExists(request -> request.tableName(name));
        table.ttl().ifPresent(attribute -> expire(name, attribute));
    }

    private void expire(String table, String attribute) {
        tables.updateTimeToLive(request -> request
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
    }

    private void make(Template.Queue queue) {
        names.queueIsAt(queue.id(), url(queue));
    }

    private String url(Template.Queue queue) {
        var name = names.name(queue.id());
        try {
            return queues.getQueueUrl(request -> request.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException e) {
            return queues.createQueue(request -> request.queueName(name).attributes(attributes(queue))).queueUrl();
        }
    }

    private Map<QueueAttributeName, String> attributes(Template.Queue queue) {
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(queue.visibility().toSeconds()));
        attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, String.valueOf(queue.retention().toSeconds()));
        queue.redrive().ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(names.arn("sqs", redrive.to()), redrive.maxReceiveCount())));
        return attributes;
    }

    private void make(Template.Bucket bucket) {
        var name = names.name(bucket.id());
        try {
            buckets.createBucket(request -> request.bucket(name));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException alreadyThere) {
            // Its state survives restarts.
        }
    }
}

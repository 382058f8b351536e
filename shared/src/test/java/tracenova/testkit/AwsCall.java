package tracenova.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is asked of which resource. `service` is `dynamodb`, `sqs`, `s3` or `ssm`; `resource` the name of the table,
/// queue, bucket or parameter; `key` the item's keys, the query's values or the object's key; `entries` counts a batch.
/// An eventual read may be answered from the past.
public record AwsCall(
        String service, String operation, String resource, String key, int entries, boolean eventual) {

    public static AwsCall of(WireRequest request) {
        var target = request.header("X-Amz-Target").orElse("");
        var operation = target.substring(target.indexOf('.') + 1);
        if (target.startsWith("DynamoDB_")) return ofTable(operation, Json.object(request.body()));
        if (target.startsWith("AmazonSQS.")) return ofQueue(operation, Json.object(request.body()));
        if (target.startsWith("AmazonSSM.")) {
            return new AwsCall("ssm", operation, (String) Json.object(request.body()).get("Name"), "", 1, false);
        }
        return ofBucket(FakeS3.Target.of(request), request);
    }

    public boolean isBatch() {
        return operation.equals("SendMessageBatch") || operation.equals("DeleteObjects");
    }

    private static AwsCall ofTable(String operation, Map<String, Object> input) {
        var asked = input.getOrDefault("Item", input.get("ExpressionAttributeValues"));
        var key = strings(Json.map(input.getOrDefault("Key", asked)));
        boolean reads = operation.equals("GetItem") || operation.equals("Query");
        boolean eventual = reads && !Boolean.TRUE.equals(input.get("ConsistentRead"));
        return new AwsCall("dynamodb", operation, (String) input.get("TableName"), key, 1, eventual);
    }

    private static String strings(Map<String, Object> attributes) {
        return new TreeMap<>(attributes).entrySet().stream()
                .filter(attribute -> attribute.getKey().matches("pk|sk|:.*")
                        && Attribute.type(attribute.getValue()).equals("S"))
                .map(attribute -> Attribute.text(attribute.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static AwsCall ofQueue(String operation, Map<String, Object> input) {
        var other = input.getOrDefault("QueueName", input.get("SourceArn"));
        var name = String.valueOf(input.getOrDefault("QueueUrl", other));
        var queue = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
        int entries = Math.max(1, Json.list(input.get("Entries")).size());
        return new AwsCall("sqs", operation, queue, "", entries, false);
    }

    private static AwsCall ofBucket(FakeS3.Target target, WireRequest request) {
        var operation = s3Operation(target, request);
        int entries = operation.equals("DeleteObjects") ? S3Xml.keysToDelete(request.body()).size() : 1;
        var key = operation.equals("ListObjectsV2") ? request.query("prefix").orElse("") : target.key();
        return new AwsCall("s3", operation, target.bucket(), key, entries, operation.equals("ListObjectsV2"));
    }

    private static String s3Operation(FakeS3.Target target, WireRequest request) {
        boolean object = !target.key().isEmpty();
        if (request.asks("cors")) return request.method().equals("PUT") ? "PutBucketCors" : "DeleteBucketCors";
        return switch (request.method()) {
            case "PUT" -> object ? "PutObject" : "CreateBucket";
            case "GET" -> object ? "GetObject" : "ListObjectsV2";
            case "HEAD" -> object ? "HeadObject" : "HeadBucket";
            case "DELETE" -> object ? "DeleteObject" : "DeleteBucket";
            default -> "DeleteObjects";
        };
    }
}

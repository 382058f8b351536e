package tracenova.local;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the template's resources are called on this machine: as it names them, else `tracenova-` and the logical
/// id in lower case.
final class LocalNames implements Names {

    static final String ACCOUNT = "000000000000";
    private static final String STACK = "tracenova";

    private final String region;
    private final Map<String, String> given = new ConcurrentHashMap<>();
    private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

    LocalNames(String region) {
        this.region = region;
    }

    /// Learns the names that the template itself gives.
    void learn(Template template) {
        template.tables().forEach(table -> table.name().ifPresent(name -> given.put(table.id(), name)));
        template.queues().forEach(queue -> queue.name().ifPresent(name -> given.put(queue.id(), name)));
        template.buckets().forEach(bucket -> bucket.name().ifPresent(name -> given.put(bucket.id(), name)));
    }

    String name(String id) {
        return given.getOrDefault(id, STACK + "-" + id.toLowerCase(Locale.ROOT));
    }

    String arn(String service, String id) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + name(id);
    }

    /// The URL of a queue is its server's to say, so it is known only once the queue is there.
    void queueIsAt(String id, String url) {
        queueUrls.put(id, url);
    }

    String queueUrl(String id) {
        return queueUrls.get(id);
    }

    @Override
    public String ref(String id) {
        return switch (id) {
            case "AWS::Region" -> region;
            case "AWS::AccountId" -> ACCOUNT;
            case "AWS::StackName" -> STACK;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "localhost";
            default -> queueUrls.getOrDefault(id, name(id));
        };
    }

    @Override
    public String attribute(String id, String attribute) {
        return switch (attribute) {
            case "Arn" -> arn("local", id);
            case "QueueName" -> name(id);
            // No CloudFront stands in front of us.
            case "Hash" -> "";
            default -> throw new TemplateException("what !GetAtt " + id + "." + attribute + " is here is not known");
        };
    }
}

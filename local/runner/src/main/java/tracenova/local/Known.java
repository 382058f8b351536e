package tracenova.local;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a template may say here: types and properties that are run, and those that mean nothing on one machine
/// (rights, logs, alarms, encryption, scaling, what AWS does when something fails) or are played by the runner itself
/// (CloudFront and the custom resource, by [Dashboard]). Anything else stops the reading.
final class Known {

    private static final Set<String> WITHOUT_LOCAL_MEANING = Set.of(
            "AWS::Budgets::Budget",
            "AWS::CloudFront::Distribution",
            "AWS::CloudFront::OriginAccessControl",
            "AWS::CloudWatch::Alarm",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Role",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::QueuePolicy",
            "AWS::SSM::Parameter",
            "AWS::Serverless::HttpApi",
            "Custom::Dashboard", "Custom::OriginSecret");

    private static final Map<String, Set<String>> RESOURCES = Map.of(
            "AWS::Serverless::Function", both(
                    Set.of("CodeUri", "Environment", "Events", "Handler", "MemorySize",
                            "ReservedConcurrentExecutions", "Timeout"),
                    Set.of("Architectures", "AutoPublishAlias", "AutoPublishAliasAllProperties", "DeploymentPreference",
                            "Description", "EphemeralStorage", "EventInvokeConfig", "LoggingConfig",
                            "PermissionsBoundary", "Policies", "Role", "Runtime", "SnapStart", "Tags", "Tracing")),
            "AWS::DynamoDB::Table", both(
                    Set.of("AttributeDefinitions", "KeySchema", "TableName", "TimeToLiveSpecification"),
                    Set.of("BillingMode", "DeletionProtectionEnabled", "OnDemandThroughput",
                            "PointInTimeRecoverySpecification", "SSESpecification", "Tags")),
            "AWS::SQS::Queue", both(
                    Set.of("MessageRetentionPeriod", "QueueName", "RedrivePolicy", "VisibilityTimeout"),
                    Set.of("RedriveAllowPolicy", "SqsManagedSseEnabled", "Tags")),
            "AWS::S3::Bucket", both(
                    Set.of("BucketName"),
                    Set.of("BucketEncryption", "LifecycleConfiguration", "OwnershipControls",
                            "PublicAccessBlockConfiguration", "Tags", "VersioningConfiguration")),
            "AWS::CloudFront::ResponseHeadersPolicy", Set.of("ResponseHeadersPolicyConfig"));

    private static final Map<String, Set<String>> EVENTS = Map.of(
            "HttpApi", Set.of("ApiId", "Method", "Path"),
            "SQS", Set.of("BatchSize", "FunctionResponseTypes", "MaximumBatchingWindowInSeconds", "Queue",
                    "ScalingConfig"),
            "ScheduleV2", both(
                    Set.of("Input", "ScheduleExpression", "ScheduleExpressionTimezone", "State"),
                    Set.of("DeadLetterConfig", "Description", "Name", "OmitName", "PermissionsBoundary", "RetryPolicy",
                            "RoleArn")));

    private Known() {}

    /// Refuses a type or a property of a resource that is not known.
    static void checkResource(String type, Section properties) {
        if (!WITHOUT_LOCAL_MEANING.contains(type)) {
            check("resource", RESOURCES, type, properties);
        }
    }

    static void checkEvent(String type, Section properties) {
        check("event", EVENTS, type, properties);
    }

    private static void check(String what, Map<String, Set<String>> known, String type, Section properties) {
        if (!known.containsKey(type)) {
            throw new TemplateException(
                    properties.place() + ": the " + what + " type " + type + " is not known here");
        }
        for (var property : properties.values().keySet()) {
            if (!known.get(type).contains(property)) {
                throw new TemplateException(
                        properties.place() + ": the property " + property + " of " + type + " is not known here");
            }
        }
    }

    private static Set<String> both(Set<String> run, Set<String> withoutMeaning) {
        var all = new HashSet<>(run);
        all.addAll(withoutMeaning);
        return all;
    }
}

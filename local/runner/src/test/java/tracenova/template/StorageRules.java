package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.event.Retention;

/// T15 to T24 and T33: tables, queues and buckets.
interface StorageRules {

    @Test
    default void T15_tablesCostByUseAndAtMostWhatAParameterSays() {
        for (var table : Written.ofType("AWS::DynamoDB::Table")) {
            assertThat(table.at("BillingMode").text()).as(table.id()).isEqualTo("PAY_PER_REQUEST");
            assertThat(table.at("OnDemandThroughput", "MaxReadRequestUnits").names()).isEqualTo("MaxTableReads");
            assertThat(table.at("OnDemandThroughput", "MaxWriteRequestUnits").names()).isEqualTo("MaxTableWrites");
            assertThat(table.at("TimeToLiveSpecification", "AttributeName").text()).isEqualTo("ttl");
            assertThat(table.at("TimeToLiveSpecification", "Enabled").value()).isEqualTo(true);
            assertThat(table.at("SSESpecification").isAbsent()).as("DynamoDB's own key encrypts and is free").isTrue();
        }
    }

    @Test
    default void T15_theTableCanBeRestoredAndIsNotDeletedByMistake() {
        var table = Written.resource("Table");

        assertThat(table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled").value()).isEqualTo(true);
        assertThat(table.at("DeletionProtectionEnabled").value()).isEqualTo(true);
    }

    @Test
    default void T33_saltsHaveNoBackupAndNoHistory() {
        var salts = Written.resource("Salts");

        assertThat(salts.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled").value()).isEqualTo(false);
        assertThat(salts.at("StreamSpecification").isAbsent()).isTrue();
        assertThat(salts.whole().at("DeletionPolicy").text()).isEqualTo("Delete");
        assertThat(salts.whole().at("UpdateReplacePolicy").text()).isEqualTo("Delete");
        assertThat(salts.at("DeletionProtectionEnabled").isAbsent()).isTrue();
    }

    @Test
    default void T16_deletingTheStackKeepsWhatCannotBeMadeAgain() {
        for (var id : List.of("Table", "DataBucket", "DashboardBucket")) {
            assertThat(Written.resource(id).whole().at("DeletionPolicy").text()).as(id).isEqualTo("Retain");
            assertThat(Written.resource(id).whole().at("UpdateReplacePolicy").text()).as(id).isEqualTo("Retain");
        }
    }

    @Test
    default void T17_noSecondaryIndexAndNoStream() {
        for (var table : Written.ofType("AWS::DynamoDB::Table")) {
            assertThat(table.at().entries().keySet()).as(table.id()).doesNotContain(
                    "GlobalSecondaryIndexes", "LocalSecondaryIndexes", "StreamSpecification",
                    "KinesisStreamSpecification");
        }
    }

    @Test
    default void T18_aMessageIsTriedOftenEnoughAndKeptLongerWhereAPersonMustLook() {
        var queue = Written.resource("Queue");
        var deadLetters = Written.resource("DeadLetters");

        assertThat(queue.at("MessageRetentionPeriod").number()).isEqualTo(days(4));
        assertThat(deadLetters.at("MessageRetentionPeriod").number()).isEqualTo(days(14));
        assertThat(queue.at("RedrivePolicy", "deadLetterTargetArn").names()).isEqualTo("DeadLetters");
        assertThat(queue.at("RedrivePolicy", "maxReceiveCount").number()).isGreaterThanOrEqualTo(5);
        var source = deadLetters.at("RedriveAllowPolicy", "sourceQueueArns").list().getFirst().at("Fn::Sub").text();
        assertThat(source).endsWith(":" + queue.at("QueueName", "Fn::Sub").text());
        for (var each : Written.ofType("AWS::SQS::Queue")) {
            assertThat(each.at("SqsManagedSseEnabled").value()).as(each.id()).isEqualTo(true);
        }
    }

    private static int days(int days) {
        return days * 24 * 3600;
    }

    @Test
    default void T19_aMessageStaysHiddenForSixCollects() {
        var source = messages();
        int needed = 6 * Written.resource("CollectFunction").at("Timeout").number()
                + source.at("MaximumBatchingWindowInSeconds").number();

        assertThat(Written.resource("Queue").at("VisibilityTimeout").number()).isBetween(needed, 119);
    }

    @Test
    default void T20_collectReturnsSingleFailuresAndIsNotThrottledByItsOwnQueue() {
        var source = messages();

        assertThat(source.at("Queue").names()).isEqualTo("Queue");
        assertThat(source.at("FunctionResponseTypes").texts()).containsExactly("ReportBatchItemFailures");
        assertThat(source.at("ScalingConfig", "MaximumConcurrency").names()).isEqualTo("CollectConcurrency");
        assertThat(Written.TEMPLATE.at("Parameters", "CollectConcurrency", "MinValue").number())
                .isGreaterThanOrEqualTo(2);
        assertThat(source.at("MaximumBatchingWindowInSeconds").number()).isBetween(1, 5);
        int perMessage =
                Written.resource("CollectFunction").at("Timeout").number() * 1000 / 2 / source.at("BatchSize").number();
        assertThat(perMessage).as("milliseconds that half the timeout leaves a message").isGreaterThanOrEqualTo(15);
    }

    private static Node messages() {
        return Written.resource("CollectFunction").events("SQS").getFirst().at("Properties");
    }

    @Test
    default void T22_T23_whatIsNotTlsIsDenied() {
        for (var queue : Written.ofType("AWS::SQS::Queue")) {
            var policy = Written.ofType("AWS::SQS::QueuePolicy").stream()
                    .filter(each -> each.at("Queues").list().getFirst().names().equals(queue.id())).findFirst()
                    .orElseThrow();
            assertThat(policy.at("PolicyDocument", "Statement").list()).singleElement()
                    .satisfies(StorageRules::deniesPlainText);
        }
        for (var bucket : Written.ofType("AWS::S3::Bucket")) {
            var policy = Written.ofType("AWS::S3::BucketPolicy").stream()
                    .filter(each -> each.at("Bucket").names().equals(bucket.id())).findFirst().orElseThrow();
            var statement = policy.at("PolicyDocument", "Statement").list().getFirst();
            deniesPlainText(statement);
            assertThat(statement.at("Resource").list()).extracting(Node::names).containsExactly(bucket.id(),
                    bucket.id() + "/*");
        }
    }

    private static void deniesPlainText(Node statement) {
        assertThat(statement.at("Effect").text()).isEqualTo("Deny");
        assertThat(statement.at("Principal").text()).isEqualTo("*");
        assertThat(statement.at("Action").text()).endsWith(":*");
        assertThat(statement.at("Condition", "Bool", "aws:SecureTransport").text()).isEqualTo("false");
    }

    @Test
    default void T23_noBucketCanBePublic() {
        for (var bucket : Written.ofType("AWS::S3::Bucket")) {
            assertThat(bucket.at("PublicAccessBlockConfiguration").entries()).as(bucket.id()).hasSize(4)
                    .allSatisfy((name, blocked) -> assertThat(blocked.value()).as(name).isEqualTo(true));
            assertThat(bucket.at("OwnershipControls", "Rules").list().getFirst().at("ObjectOwnership").text())
                    .isEqualTo("BucketOwnerEnforced");
            assertThat(bucket.at("BucketEncryption", "ServerSideEncryptionConfiguration").list().getFirst()
                    .at("ServerSideEncryptionByDefault", "SSEAlgorithm").text()).isEqualTo("AES256");
            assertThat(bucket.at().entries().keySet()).doesNotContain("AccessControl", "WebsiteConfiguration");
        }
    }

    @Test
    default void T24_objectsAgeByTheirPrefixAWeekAfterTheirRetention() {
        var ages = new TreeMap<String, Integer>();
        var cold = new TreeMap<String, Integer>();
        for (var rule : Written.resource("DataBucket").at("LifecycleConfiguration", "Rules").list()) {
            assertThat(rule.at("Status").text()).isEqualTo("Enabled");
            if (!rule.at("ExpirationInDays").isAbsent()) {
                ages.put(rule.at("Prefix").text(), rule.at("ExpirationInDays").number());
            }
            rule.at("Transitions").list()
                    .forEach(move -> cold.put(rule.at("Prefix").text(), move.at("TransitionInDays").number()));
        }

        assertThat(ages)
                .isEqualTo(Map.of("lake/activity/", 97, "lake/aside/", 97, "lake/errors/", 372, "lake/receipts/", 737,
                        "marts/", 737, "inbox/", 14, "exports/", 7));
        assertThat(ages.keySet()).containsAll(Stream.of(Retention.values()).map(kept -> "lake/" + kept + "/").toList());
        assertThat(cold).isEqualTo(Map.of("lake/receipts/", 365, "marts/", 365));
    }

    @Test
    default void T24_anUploadThatWasCutShortGoesAfterADay() {
        for (var bucket : Written.ofType("AWS::S3::Bucket")) {
            assertThat(bucket.at("LifecycleConfiguration", "Rules").list()).as(bucket.id())
                    .anySatisfy(rule -> assertThat(
                            rule.at("AbortIncompleteMultipartUpload", "DaysAfterInitiation").text()).isEqualTo("1"));
        }
    }

    @Test
    default void T24_whatIsErasedFromTheDataBucketIsGoneAndWhatADashboardReplacesStaysAWhile() {
        var dashboard = Written.resource("DashboardBucket");

        assertThat(Written.resource("DataBucket").at("VersioningConfiguration").isAbsent()).isTrue();
        assertThat(dashboard.at("VersioningConfiguration", "Status").text()).isEqualTo("Enabled");
        assertThat(dashboard.at("LifecycleConfiguration", "Rules").list()).anySatisfy(
                rule -> assertThat(rule.at("NoncurrentVersionExpiration", "NoncurrentDays").number()).isEqualTo(30));
    }
}

package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// T32 to T39: nothing that costs while idle, no secret, nothing that ties the file to one account.
interface CostRules {

    /// None of these is billed by the hour or the month while nothing happens.
    Set<String> ALLOWED = Set.of(
            "AWS::Budgets::Budget",
            "AWS::CloudFront::Distribution",
            "AWS::CloudFront::OriginAccessControl",
            "AWS::CloudFront::ResponseHeadersPolicy",
            "AWS::CloudWatch::Alarm",
            "AWS::DynamoDB::Table",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Role",
            "AWS::Logs::LogGroup",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy",
            "AWS::SSM::Parameter",
            "AWS::Serverless::Function",
            "AWS::Serverless::HttpApi",
            "Custom::Dashboard",
            "Custom::OriginSecret");

    @Test
    default void T32_noResourceIsBilledWhileIdle() {
        for (var resource : Written.resources()) {
            assertThat(ALLOWED).as(resource.id()).contains(resource.type());
            assertThat(resource.at().entries().keySet()).as(resource.id())
                    .doesNotContain("ProvisionedThroughput", "ProvisionedConcurrencyConfig", "KmsMasterKeyId",
                            "KmsKeyArn");
        }
    }

    @Test
    default void T32_whatCostsIsOffUntilAskedFor() {
        var off = new TreeMap<String, String>();
        for (var name : List.of("AccessLogs", "RouteMetrics", "ReserveConcurrency", "MonthlyBudget", "AlarmEmail",
                "DashboardDomain")) {
            off.put(name, Written.TEMPLATE.at("Parameters", name, "Default").text());
        }

        assertThat(off.values()).containsOnly("off", "false", "0", "");
        assertThat(Written.TEMPLATE.at("Globals", "Function", "Tracing").text()).isEqualTo("Disabled");
    }

    @Test
    default void T33_noSecretInEnvironmentParametersOrOutputs() {
        var names = Stream.of("Parameters", "Outputs")
                .flatMap(part -> Written.TEMPLATE.at(part).entries().keySet().stream());
        var variables = new TreeSet<String>();
        Written.functions()
                .forEach(function -> variables.addAll(function.at("Environment", "Variables").entries().keySet()));

        assertThat(names).noneMatch(
                name -> name.toLowerCase(java.util.Locale.ROOT).matches(".*(secret|password|token|salt|key).*"));
        assertThat(variables).containsExactly(
                "AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "BUCKET_NAME", "DLQ_URL", "JAVA_TOOL_OPTIONS",
                "JWT_SECRET_PARAMETER", "METRIC_NAMESPACE", "OPEN_REGISTRATION_PARAMETER", "ORIGIN_HASH",
                "ORIGIN_NUMBER",
                "QUEUE_URL",
                "SALTS_TABLE_NAME",
                "TABLE_NAME");
    }

    @Test
    default void T34_everyParameterIsExplainedBoundedAndHasADefault() {
        var parameters = Written.TEMPLATE.at("Parameters").entries();

        assertThat(parameters).hasSizeBetween(1, 20).allSatisfy((name, parameter) -> {
            assertThat(parameter.at("Description").text()).as(name).hasSizeGreaterThan(10);
            assertThat(parameter.at("Default").isAbsent()).as(name).isFalse();
            assertThat(Stream.of("AllowedValues", "AllowedPattern", "MinValue")
                    .anyMatch(bound -> !parameter.at(bound).isAbsent())).as(name).isTrue();
        });
    }

    @Test
    default void T34_everyParameterAndConditionIsUsed() {
        var text = Written.file("template.yaml");

        assertThat(Written.TEMPLATE.at("Parameters").entries().keySet())
                .allMatch(name -> text.contains("!Ref " + name));
        assertThat(Written.TEMPLATE.at("Conditions").entries().keySet())
                .allMatch(name -> text.contains("Condition: " + name) || text.contains("!If [ " + name)
                        || text.contains("!Condition " + name)
                        || text.contains("- " + name + "\n"));
    }

    @Test
    default void T35_nothingTiesTheFileToAnAccountARegionOrAName() {
        assertThat(Written.file("template.yaml")).doesNotContainPattern("arn:aws:")
                .doesNotContainPattern("\\b[0-9]{12}\\b")
                .doesNotContainPattern("\\b(us|eu|ap|sa|ca|me|af)-[a-z]+-[0-9]\\b");
        for (var resource : Written.resources()) {
            for (var name : List.of("FunctionName", "TableName", "QueueName", "BucketName", "TopicName", "AlarmName",
                    "RoleName", "LogGroupName", "ManagedPolicyName")) {
                assertThat(resource.at(name).value()).as(resource.id()).satisfiesAnyOf(
                        value -> assertThat(value).isNull(),
                        value -> assertThat(value.toString()).contains("${AWS::StackName}-"));
            }
        }
    }

    @Test
    default void T36_whatHoldsDataSaysWhatKind() {
        for (var type : List.of("AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::S3::Bucket")) {
            for (var resource : Written.ofType(type)) {
                assertThat(resource.at("Tags").list()).as(resource.id()).singleElement().satisfies(tag -> {
                    assertThat(tag.at("Key").text()).isEqualTo("data");
                    assertThat(tag.at("Value").text()).isIn("events", "secrets", "operations");
                });
            }
        }
    }

    @Test
    default void T37_outputsAreWhatTheRunbookNames() {
        assertThat(Written.TEMPLATE.at("Outputs").entries().keySet()).containsExactlyInAnyOrder("DashboardUrl",
                "NextStep", "ApiUrl",
                "TableName", "DashboardBucketName",
                "QueueUrl", "DeadLettersUrl", "FailedRunsUrl", "DataBucketName", "ReplayFunctionName");
    }

    @Test
    default void T39_theBudgetWarnsAtHalfAtFourFifthsAndAtTheWhole() {
        var notices = Written.resource("Budget").at("NotificationsWithSubscribers").list();

        assertThat(notices).extracting(notice -> notice.at("Notification", "Threshold").number()).containsExactly(50,
                80, 100);
        assertThat(Written.resource("Budget").whole().at("Condition").text()).isEqualTo("HasBudget");
    }
}

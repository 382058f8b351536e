package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.log.Metric;

/// T47 to T49: log groups and alarms.
interface AlarmRules {

    /// Metrics that AWS writes, by namespace.
    Map<String, Set<String>> OF_AWS = Map.of(
            "AWS/SQS",
            Set.of("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage", "NumberOfMessagesSent"),
            "AWS/ApiGateway", Set.of("4xx", "5xx", "Count", "Latency", "IntegrationLatency"),
            "AWS/DynamoDB", Set.of("ReadThrottleEvents", "WriteThrottleEvents"),
            "AWS/Lambda", Set.of("Errors", "Throttles", "Duration", "Invocations"));

    @Test
    default void T47_everyFunctionLogsJsonIntoADeclaredGroup() {
        for (var function : Written.functions()) {
            var logging = function.at("LoggingConfig");
            assertThat(logging.at("LogFormat").text()).as(function.id()).isEqualTo("JSON");
            assertThat(logging.at("SystemLogLevel").text()).isEqualTo("WARN");
            assertThat(logging.at("ApplicationLogLevel").text()).as("one that keeps the metrics").isIn("TRACE", "DEBUG",
                    "INFO");
            var group = logging.at("LogGroup").names();
            assertThat(group).isEqualTo(
                    function.routes().isEmpty() ? function.id().replace("Function", "Logs") : "TrackingLogs");
            assertThat(Written.resource(group).type()).isEqualTo("AWS::Logs::LogGroup");
        }
    }

    @Test
    default void T47_logLinesAreKeptAsLongAsAParameterSays() {
        assertThat(Written.TEMPLATE.at("Parameters", "LogRetentionDays", "Default").number()).isEqualTo(30);
        assertThat(Written.ofType("AWS::Logs::LogGroup")).isNotEmpty()
                .allSatisfy(group -> assertThat(group.at("RetentionInDays").names()).isEqualTo("LogRetentionDays"));
    }

    @Test
    default void T48_coreAlarmsFitTheFreeAllowanceAndAllTellOneTopic() {
        assertThat(Written.TEMPLATE.at("Parameters", "AlarmLevel", "AllowedValues").texts()).containsExactly("none",
                "core", "all");
        assertThat(alarms()).filteredOn(alarm -> alarm.whole().at("Condition").text().equals("CoreAlarms"))
                .hasSizeBetween(1, 10);
        assertThat(alarms()).allSatisfy(alarm -> {
            assertThat(alarm.whole().at("Condition").text()).isIn("CoreAlarms", "AllAlarms");
            assertThat(alarm.at("AlarmActions").list()).singleElement().extracting(Node::names).isEqualTo("AlarmTopic");
            assertThat(alarm.at("AlarmDescription").text()).hasSizeGreaterThan(20);
            assertThat(alarm.at("Metrics").isAbsent()).as("one metric each, as the allowance counts them").isTrue();
        });
    }

    @Test
    default void T48_everyAlarmWatchesAMetricThatIsWritten() {
        var namespace = Written.resource("CompactFunction")
                .at("Environment", "Variables", "METRIC_NAMESPACE", "Fn::Sub").text();
        var ours = Stream.of(Metric.values()).map(Metric::toString).collect(Collectors.toSet());

        assertThat(alarms()).allSatisfy(alarm -> {
            var isOurs = alarm.at("Namespace", "Fn::Sub").text().equals(namespace);
            var written = isOurs ? ours : OF_AWS.get(alarm.at("Namespace").text());
            assertThat(written).as(alarm.id()).contains(alarm.at("MetricName").text());
        });
    }

    @Test
    default void T48_mailGoesOutOnlyToAGivenAddress() {
        var subscription = Written.resource("AlarmSubscription");

        assertThat(subscription.whole().at("Condition").text()).isEqualTo("HasAlarmEmail");
        assertThat(subscription.at("Endpoint").names()).isEqualTo("AlarmEmail");
        assertThat(subscription.at("TopicArn").names()).isEqualTo("AlarmTopic");
    }

    @Test
    default void T49_everyAlarmIsExplained() {
        var headings = Written.file("docs/operations.md").lines()
                .filter(line -> line.startsWith("### ") && line.endsWith("Alarm"))
                .map(line -> line.substring(4)).toList();

        assertThat(headings).containsExactlyInAnyOrderElementsOf(alarms().stream().map(Written.Resource::id).toList());
    }

    private static List<Written.Resource> alarms() {
        return Written.ofType("AWS::CloudWatch::Alarm");
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private final LocalNames names = new LocalNames("eu-west-1");
    private final Template template = Template.read(resource("small.yaml"), names);

    @Test
    void globalsLieUnderEachFunction() {
        var echo = function("EchoFunction");
        var collect = function("CollectFunction");

        assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(collect.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(collect.memory()).isEqualTo(512);
        assertThat(echo.concurrency()).isEmpty();
    }

    @Test
    void environmentIsComputedWithTheNamesOfThisMachine() {
        names.learn(template);
        names.queueIsAt("Queue", "http://127.0.0.1:1/queue/tracenova-events");

        assertThat(function("EchoFunction").environment().texts()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "TABLE_NAME", "tracenova-table",
                "QUEUE_URL", "http://127.0.0.1:1/queue/tracenova-events",
                "SIZE", "8",
                "PLACE", "tracenova in eu-west-1, ${literal} arn:aws:local:eu-west-1:000000000000:tracenova-table",
                "TWICE", "tracenova-events-tracenova-events",
                "JOINED", "tracenova-table,x"));
    }

    @Test
    void routesAreWrittenAsTheGatewayWritesThem() {
        assertThat(function("EchoFunction").routes()).extracting(Template.HttpRoute::key)
                .containsExactly("ANY /apps/{app}", "POST /apps/first", "$default");
    }

    @Test
    void sourceSaysHowTheQueueIsRead() {
        assertThat(function("CollectFunction").sources())
                .containsExactly(new Template.QueueSource("Queue", 500, Duration.ofSeconds(5), true, 3));
    }

    @Test
    void scheduleHasItsExpressionAndInput() {
        assertThat(function("SweepFunction").schedule()).contains(new Template.Schedule(
                new ScheduleExpression.Cron("10 0 * * ? *", ZoneId.of("UTC")),
                "{\"at\":\"<aws.scheduler.scheduled-time>\"}", true));
    }

    @Test
    void storesHaveTheirPropertiesAndStandOnlyWhereTheirConditionHolds() {
        assertThat(template.tables()).containsExactly(new Template.Table("Table", Optional.empty(),
                Map.of("pk", "HASH", "sk", "RANGE"), Map.of("pk", "S", "sk", "S"), Optional.of("ttl")));
        assertThat(template.queues()).containsExactly(
                new Template.Queue("Queue", Optional.of("tracenova-events"), Duration.ofSeconds(100),
                        Duration.ofDays(4), Optional.of(new Template.Redrive("DeadLetters", 5))),
                new Template.Queue("DeadLetters", Optional.empty(), Duration.ofSeconds(30), Duration.ofDays(4),
                        Optional.empty()));
        assertThat(template.buckets()).extracting(Template.Bucket::id).containsExactly("DataBucket");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Resources: { A: { Type: AWS::Kinesis::Stream } } | AWS::Kinesis::Stream",
        "Resources: { A: { Type: AWS::Serverless::Function, Properties: { Handler: x, Events: "
                + "{ E: { Type: Kinesis } } } } } | Kinesis",
        "Resources: { A: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } } } | FifoQueue",
        "Resources: { A: { Type: AWS::Serverless::Function, Properties: { Handler: x, Events: "
                + "{ E: { Type: SQS, Properties: { FilterCriteria: {} } } } } } } | FilterCriteria",
        "Resources: { A: { Type: !Transform x } } | !Transform",
        "Resources: { A: { Type: { Fn::Base64: x } } } | Fn::Base64",
        "Resources: { A: { Type: AWS::S3::Bucket, Condition: Nowhere } } | Nowhere",
        "Resources: { A: { Type: AWS::Serverless::Function, Properties: { } } } | Handler",
        "Resources: { A: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Nowhere } } } | Nowhere"})
    void whatIsNotKnownStopsTheReading(String yaml, String named) {
        assertThatThrownBy(() -> Template.of(TemplateYaml.parse(yaml, "test"), names))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(named);
    }

    @Test
    void productsTemplateCanBeRunHere() {
        var real = Template.read(Path.of(System.getProperty("tracenova.root"), "template.yaml"), names);
        names.learn(real);

        assertThat(real.functions()).extracting(Template.Function::id)
                .contains("ScreenViewFunction", "CollectFunction", "CompactFunction", "InsightsFunction");
        assertThat(real.functions()).allSatisfy(
                function -> assertThat(function.environment().texts()).containsEntry("TABLE_NAME", "tracenova-table"));
        assertThat(real.tables()).extracting(Template.Table::id).containsExactlyInAnyOrder("Table", "Salts");
        assertThat(real.buckets()).extracting(Template.Bucket::id).contains("DataBucket");
    }

    private Template.Function function(String id) {
        return template.functions().stream().filter(function -> function.id().equals(id)).findFirst().orElseThrow();
    }

    static Path resource(String name) {
        return Path.of("src/test/resources/tracenova/local").resolve(name).toAbsolutePath();
    }
}

package tracenova.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What template.yaml says, as far as it can run on this machine. A type of resource or event that is neither
/// run here nor known to mean nothing here stops the reading: nothing is skipped silently.
record Template(List<Function> functions, List<Table> tables, List<Queue> queues, List<Bucket> buckets,
        Map<String, String> dashboardHeaders) {

    /// A Lambda function. Its environment is computed when it is asked for: only then all names are known.
    record Function(String id, String handler, String codeUri, Duration timeout, int memory,
            Optional<Integer> concurrency, Section environment,
            List<HttpRoute> routes, List<QueueSource> sources, Optional<Schedule> schedule) {}

    /// A route of the HTTP API: `ANY /api/v1/track`; `$default` has neither method nor path.
    record HttpRoute(String key) {

        static final HttpRoute DEFAULT = new HttpRoute("$default");
    }

    /// How a function is fed from a queue.
    record QueueSource(String queue, int batchSize, Duration window, boolean partialFailures, int concurrency) {}

    /// When a function runs by itself, and what it is told.
    record Schedule(ScheduleExpression expression, String input, boolean enabled) {

        private static final Schedule BY_HAND = new Schedule(new ScheduleExpression.ByHand(), "{}", true);
    }

    /// Attribute names with their key type (HASH, RANGE) and with their type (S, N, B).
    record Table(String id, Optional<String> name, Map<String, String> keys, Map<String, String> types,
            Optional<String> ttl) {}

    record Queue(String id, Optional<String> name, Duration visibility, Duration retention,
            Optional<Redrive> redrive) {}

    /// After so many receives a message goes to another queue.
    record Redrive(String to, int maxReceiveCount) {}

    record Bucket(String id, Optional<String> name) {}

    static Template read(Path file, Names names) {
        return of(TemplateYaml.read(file), names);
    }

    static Template of(Map<String, Object> yaml, Names names) {
        var expressions = new Expressions(yaml, names);
        var top = new Section("template", yaml, expressions);
        var globals = top.section("Globals").section("Function");
        Known.checkResource("AWS::Serverless::Function", globals);
        var resources = resources(top);
        return new Template(
                of("AWS::Serverless::Function", resources).map(entry -> function(entry, globals.values())).toList(),
                of("AWS::DynamoDB::Table", resources).map(Template::table).toList(),
                of("AWS::SQS::Queue", resources).map(Template::queue).toList(),
                of("AWS::S3::Bucket", resources).map(Template::bucket).toList(),
                of("AWS::CloudFront::ResponseHeadersPolicy", resources)
                        .map(entry -> ResponseHeaders.of(entry.getValue())).findFirst().orElse(Map.of()));
    }

    private static Map<String, Section> resources(Section top) {
        var present = new LinkedHashMap<String, Section>();
        var all = top.section("Resources");
        for (var id : all.values().keySet()) {
            var resource = all.section(id);
            Known.checkResource(resource.text("Type"), resource.section("Properties"));
            if (top.expressions().holds(resource.values().get("Condition"))) {
                present.put(id, resource);
            }
        }
        return present;
    }

    private static Stream<Map.Entry<String, Section>> of(String type, Map<String, Section> resources) {
        return resources.entrySet().stream()
                .filter(entry -> entry.getValue().text("Type").equals(type))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().section("Properties")));
    }

    private static Function function(Map.Entry<String, Section> entry, Map<String, Object> globals) {
        var own = entry.getValue();
        var section = new Section(entry.getKey(), Section.merge(globals, own.values()), own.expressions());
        var events = section.section("Events");
        var all = events.values().keySet().stream().map(events::section).toList();
        all.forEach(event -> Known.checkEvent(event.text("Type"), event.section("Properties")));
        var schedules = all.stream().flatMap(event -> schedule(event).stream()).toList();
        if (schedules.size() > 1) {
            throw new TemplateException(entry.getKey() + ": more than one schedule is not known here");
        }
        return new Function(
                entry.getKey(),
                section.text("Handler"),
                section.text("CodeUri", ""),
                Duration.ofSeconds(section.number("Timeout", 3)),
                section.number("MemorySize", 128),
                section.find("ReservedConcurrentExecutions").map(Integer::valueOf),
                section.section("Environment").section("Variables"),
                all.stream().flatMap(event -> route(event).stream()).toList(),
                all.stream().flatMap(event -> source(event).stream()).toList(),
                all.isEmpty() ? Optional.of(Schedule.BY_HAND) : schedules.stream().findFirst());
    }

    private static Optional<HttpRoute> route(Section event) {
        if (!event.text("Type").equals("HttpApi")) {
            return Optional.empty();
        }
        var properties = event.section("Properties");
        var path = properties.text("Path", "$default");
        return Optional.of(path.equals("$default")
                ? HttpRoute.DEFAULT
                : new HttpRoute(properties.text("Method", "ANY").toUpperCase(Locale.ROOT) + " " + path));
    }

    private static Optional<QueueSource> source(Section event) {
        if (!event.text("Type").equals("SQS")) {
            return Optional.empty();
        }
        var properties = event.section("Properties");
        return Optional.of(new QueueSource(
                Expressions.resource(properties.raw("Queue")),
                properties.number("BatchSize", 10),
                Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
                properties.has("FunctionResponseTypes")
                        && properties.text("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                properties.section("ScalingConfig").number("MaximumConcurrency", 2)));
    }

    private static Optional<Schedule> schedule(Section event) {
        if (!event.text("Type").equals("ScheduleV2")) {
            return Optional.empty();
        }
        var properties = event.section("Properties");
        return Optional.of(new Schedule(
                ScheduleExpression.parse(
                        properties.text("ScheduleExpression"),
                        ZoneId.of(properties.text("ScheduleExpressionTimezone", "UTC"))),
                properties.text("Input", "{}"),
                properties.text("State", "ENABLED").equals("ENABLED")));
    }

    private static Table table(Map.Entry<String, Section> entry) {
        var properties = entry.getValue();
        var ttl = properties.section("TimeToLiveSpecification");
        return new Table(
                entry.getKey(),
                properties.find("TableName"),
                attributes(properties.sections("KeySchema"), "KeyType"),
                attributes(properties.sections("AttributeDefinitions"), "AttributeType"),
                ttl.find("AttributeName").filter(name -> ttl.text("Enabled", "true").equals("true")));
    }

    private static Map<String, String> attributes(List<Section> sections, String value) {
        var attributes = new LinkedHashMap<String, String>();
        sections.forEach(section -> attributes.put(section.text("AttributeName"), section.text(value)));
        return attributes;
    }

    private static Queue queue(Map.Entry<String, Section> entry) {
        var properties = entry.getValue();
        var redrive = properties.section("RedrivePolicy");
        return new Queue(
                entry.getKey(),
                properties.find("QueueName"),
                Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
                Duration.ofSeconds(properties.number("MessageRetentionPeriod", 345_600)),
                redrive.has("deadLetterTargetArn")
                        ? Optional.of(new Redrive(
                                Expressions.resource(redrive.raw("deadLetterTargetArn")),
                                redrive.number("maxReceiveCount", 10)))
                        : Optional.empty());
    }

    private static Bucket bucket(Map.Entry<String, Section> entry) {
        return new Bucket(entry.getKey(), entry.getValue().find("BucketName"));
    }
}

package tracenova.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracenova.account.Accounts;
import tracenova.app.Apps;
import tracenova.publisher.SiteConfig;

/// The template's resources, made at the endpoints, and its functions, in this JVM.
final class Deployment implements AutoCloseable {

    private final Template template;
    private final LocalNames names;
    private final ApplicationContext context;
    private final Map<String, Sandboxes> functions = new LinkedHashMap<>();
    private final Map<String, ScheduledFunction> scheduled = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Gate gate = new Gate();

    /// @param aws region, endpoints and credentials as functions find them in their environment
    Deployment(Template template, LocalNames names, Map<String, Object> aws) {
        this.names = names;
        this.template = template;
        names.learn(template);
        var modules = modules(template);
        var own = new HashMap<>(aws);
        own.put("TABLE_NAME", names.name("Table"));
        this.context = new ModuleLoader(modules.keySet()).start("runner", own);
        new Stores(clients(), names).make(template);
        for (var function : template.functions()) {
            var module = modules.get(ModuleLoader.location(Sandboxes.find(function)));
            var sandboxes = new Sandboxes(function, environment(function, aws), module);
            functions.put(function.id(), sandboxes);
            function.schedule().ifPresent(
                    schedule -> scheduled.put(function.id(), new ScheduledFunction(schedule, sandboxes::invoke)));
        }
    }

    /// What Lambda sets, what the template sets, and where AWS is.
    private static Map<String, Object> environment(Template.Function function, Map<String, Object> aws) {
        var environment = new HashMap<>(aws);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
        environment.putAll(function.environment().texts());
        // The runner is the Parameter Store: the values stand there already.
        environment.keySet().removeAll(Set.of("JWT_SECRET_PARAMETER", "OPEN_REGISTRATION_PARAMETER"));
        return environment;
    }

    /// By the place of their classes; each hides the others.
    private static Map<URL, ModuleLoader> modules(Template template) {
        var places = template.functions().stream().map(Sandboxes::find).map(ModuleLoader::location)
                .collect(Collectors.toSet());
        return places.stream().collect(Collectors.toMap(own -> own, own -> new ModuleLoader(
                places.stream().filter(other -> !other.equals(own)).collect(Collectors.toSet()))));
    }

    Gateway gateway(InstantSource clock) {
        return new Gateway(Routes.of(template), id -> functions.get(id)::invoke, json(), clock);
    }

    Apps apps() {
        return context.getBean(Apps.class);
    }

    Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    JsonMapper json() {
        return context.getBean(JsonMapper.class);
    }

    Clients clients() {
        return context.getBean(Clients.class);
    }

    Snapshots snapshots() {
        return new Snapshots(clients().buckets(), json(), names.name("DataBucket"));
    }

    /// What CloudFront and the custom resource do in AWS.
    ///
    /// @param site where the files are
    /// @param url  where this runner answers
    /// @param s3   where browsers find the data bucket
    Dashboard dashboard(Path site, String url, URI s3) {
        new Stores(clients(), names).letRead("DataBucket", List.of(url, url.replace("localhost", "127.0.0.1")));
        var inAws = "https://*.s3." + names.ref("AWS::Region") + "." + names.ref("AWS::URLSuffix");
        var headers = new LinkedHashMap<>(template.dashboardHeaders());
        headers.replaceAll((name, value) -> value.replace(inAws, s3.getScheme() + "://" + s3.getAuthority()));
        var config = SiteConfig.of(url, names.ref("AWS::Region"), names.ref("AWS::StackName"));
        return new Dashboard(site, config.file(json()), headers);
    }

    Map<String, ScheduledFunction> scheduled() {
        return scheduled;
    }

    Gate gate() {
        return gate;
    }

    Settling.Way way() {
        var urls = feeds().map(feed -> names.queueUrl(feed.getValue().queue())).distinct().toList();
        return new Settling.Way(clients().queues(), urls, scheduled("ReconcileFunction"), scheduled("CompactFunction"),
                scheduled("InsightsFunction"),
                snapshots());
    }

    ScheduledFunction scheduled(String id) {
        if (!scheduled.containsKey(id)) {
            throw new TemplateException("the template has no scheduled function " + id);
        }
        return scheduled.get(id);
    }

    /// Starts queue pumps and schedules.
    void start(InstantSource clock, BooleanSupplier hurry) {
        feeds().forEach(feed -> {
            var source = feed.getValue();
            var pump = new QueuePump(clients().queues(), json(),
                    new QueuePump.Feed(source, names.queueUrl(source.queue()), names.arn("sqs", source.queue())),
                    functions.get(feed.getKey())::invoke, hurry);
            for (var i = 0; i < source.concurrency(); i++) {
                threads.add(Thread.ofVirtual().name("pump " + feed.getKey()).start(() -> pump.follow(gate)));
            }
        });
        scheduled.forEach((id, function) -> threads
                .add(Thread.ofVirtual().name("clock " + id).start(() -> function.follow(clock, gate))));
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        functions.values().forEach(Sandboxes::close);
        context.close();
    }

    private Stream<Map.Entry<String, Template.QueueSource>> feeds() {
        return template.functions().stream()
                .flatMap(function -> function.sources().stream().map(source -> Map.entry(function.id(), source)));
    }
}

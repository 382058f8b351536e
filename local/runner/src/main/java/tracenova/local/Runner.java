package tracenova.local;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The product on this machine: template.yaml, run with its state in a directory.
public final class Runner implements AutoCloseable {

    private static final String EMULATORS = "emulators";
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";
    private static final String[] PASSED_ON = {"AWS_REGION", ENDPOINT, ENDPOINT + "_DYNAMODB", ENDPOINT + "_SQS",
        ENDPOINT + "_S3", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"};

    private final InstantSource clock = Clock.systemUTC();
    private final Options options;
    private final FileChannel lock;
    private final HttpFront front;
    private final Optional<EmulatorProcess> emulators;
    private final Deployment deployment;
    private final FirstApp app;

    /// Starts everything and returns when it is ready; `environment` is the process's own.
    public static Runner start(Options options, Path root, Map<String, String> environment) throws IOException {
        return new Runner(options, root, environment);
    }

    private Runner(Options options, Path root, Map<String, String> environment) throws IOException {
        this.options = options;
        var elsewhere = environment.containsKey(ENDPOINT);
        if (options.fresh() && elsewhere) {
            throw new StartException("--fresh empties the emulators' data; " + ENDPOINT + " is yours to empty");
        }
        this.lock = lock(Files.createDirectories(options.data()));
        this.front = bind(options.port());
        if (options.fresh()) {
            empty(options.data());
        }
        this.emulators = elsewhere ? Optional.empty() : Optional.of(EmulatorProcess.start(options.data().resolve(EMULATORS)));
        this.deployment = new Deployment(root.resolve("template.yaml"), aws(environment));
        this.app = FirstApp.in(options.data(), deployment.apps(), deployment.json());
        serve();
    }

    /// Where the API answers.
    public String url() {
        return "http://localhost:" + front.port();
    }

    public String app() {
        return app.app();
    }

    public String apiKey() {
        return app.apiKey();
    }

    @Override
    public void close() {
        front.close();
        deployment.close();
        emulators.ifPresent(EmulatorProcess::close);
        try {
            lock.close();
        } catch (IOException e) {
            // It ends with the process.
        }
    }

    private void serve() {
        var settling = new Settling(deployment.path(), clock, CompletableFuture.runAsync(this::catchUp));
        var local = new LocalApi(deployment, settling, clock);
        var gateway = deployment.gateway(clock);
        deployment.start(clock, settling::isAwaited);
        front.serve(request -> request.path().startsWith(LocalApi.PREFIX)
                ? local.handle(request)
                : gateway.handle(request));
    }

    /// The emulators' queue does not survive; what the table has and the lake lacks is queued again.
    private void catchUp() {
        deployment.scheduled().get("ReconcileFunction")
                .invoke("{\"at\":\"" + clock.instant() + "\",\"open_hours\":true}");
    }

    private Map<String, Object> aws(Map<String, String> environment) {
        var aws = new HashMap<String, Object>(Map.of("AWS_REGION", "us-east-1"));
        emulators.ifPresentOrElse(
                process -> aws.putAll(process.endpoints()),
                () -> Stream.of(PASSED_ON).filter(environment::containsKey)
                        .forEach(name -> aws.put(name, environment.get(name))));
        return aws;
    }

    /// Only what a runner has put there: the directory may be somebody's own.
    private static void empty(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FirstApp.FILE));
        if (Files.exists(data.resolve(EMULATORS))) {
            try (var files = Files.walk(data.resolve(EMULATORS))) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        var file = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            throw new StartException("another runner uses " + data);
        }
        return file;
    }

    private static HttpFront bind(int port) throws IOException {
        try {
            return HttpFront.bind(port);
        } catch (BindException e) {
            throw new StartException("port " + port + " is in use; choose another with --port");
        }
    }
}

package tracenova.local;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The product on this machine: template.yaml, run with its state in a directory.
public final class Runner implements AutoCloseable {

    /// What functions log, where a terminal is for its reader.
    static final String LOG = "log";
    private static final String EMULATORS = "emulators";
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";
    private static final String REGION = "AWS_REGION";
    private static final List<String> PASSED_ON = List.of(REGION, ENDPOINT, ENDPOINT + "_DYNAMODB", ENDPOINT + "_SQS",
            ENDPOINT + "_S3", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

    private final InstantSource clock = Clock.systemUTC();
    private final FileChannel lock;
    private final HttpFront front;
    private final Optional<EmulatorProcess> emulators;
    private final Deployment deployment;
    private final boolean isNew;
    private final FirstApp app;
    private final DemoFile demo;

    /// Starts everything and returns when it is ready; `environment` is the process's own.
    public static Runner start(Options.Start options, Path root, Map<String, String> environment) throws IOException {
        return new Runner(options, root, environment);
    }

    private Runner(Options.Start options, Path root, Map<String, String> environment) throws IOException {
        var elsewhere = !environment.getOrDefault(ENDPOINT, "").isBlank();
        if (options.fresh() && elsewhere) {
            throw new StartException("--fresh empties the emulators' data; " + ENDPOINT + " is yours to empty");
        }
        this.lock = lock(Files.createDirectories(options.data()));
        this.front = bind(options.port());
        if (options.fresh()) {
            empty(options.data());
        }
        // They take as long to start as the rest.
        var starting = CompletableFuture.supplyAsync(() -> elsewhere
                ? Optional.<EmulatorProcess>empty()
                : Optional.of(EmulatorProcess.start(options.data().resolve(EMULATORS))));
        // Whoever was signed in is so after a restart; the first to register is the runner itself.
        var aws = new HashMap<String, Object>(Map.of(
                REGION, "us-east-1",
                "OPEN_REGISTRATION", "open",
                "JWT_SECRET", OwnersFile.secret(options.data().resolve("jwt-secret"))));
        (elsewhere ? PASSED_ON : List.of(REGION)).stream()
                .filter(environment::containsKey)
                .forEach(name -> aws.put(name, environment.get(name)));
        var names = new LocalNames((String) aws.get(REGION));
        var template = Template.read(root.resolve("template.yaml"), names);
        this.emulators = starting.join();
        emulators.ifPresent(process -> aws.putAll(process.endpoints()));
        this.deployment = new Deployment(template, names, aws);
        this.demo = new DemoFile(options.data().resolve(DemoFile.NAME), deployment.json());
        this.isNew = !Files.exists(options.data().resolve(FirstApp.FILE))
                && (elsewhere || deployment.apps().list().isEmpty());
        this.app = FirstApp.in(options.data(), !elsewhere, deployment.apps(), deployment.accounts(), deployment.json());
        serve(deployment.dashboard(
                root.resolve("dashboard-static/target/site"), url(),
                URI.create(aws.getOrDefault(ENDPOINT + "_S3", aws.get(ENDPOINT)).toString())));
    }

    /// Where the API answers.
    public String url() {
        return "http://localhost:" + front.port();
    }

    /// The app to try things with, and who owns it.
    FirstApp app() {
        return app;
    }

    /// Whether there was nothing when it started.
    boolean isNew() {
        return isNew;
    }

    /// What it is being filled with.
    DemoFile demo() {
        return demo;
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

    private void serve(Dashboard dashboard) {
        var settling = new Settling(deployment.way(), deployment.json(), clock);
        var local = new LocalApi(deployment, settling, app.workspace(), clock);
        var gateway = deployment.gateway(clock);
        deployment.start(clock, settling::isAwaited);
        Thread.startVirtualThread(settling::catchUp);
        // In AWS CloudFront sends `/api/` to the gateway and the rest to the dashboard; here they are one address.
        front.serve(request -> request.path().startsWith(LocalApi.PREFIX)
                ? local.handle(request)
                : request.path().startsWith("/api/")
                        ? gateway.handle(request)
                        : dashboard.find(request).orElseGet(() -> gateway.handle(request)));
    }

    /// Only what a runner has put there: the directory may be somebody's own.
    private static void empty(Path data) throws IOException {
        for (var file : List.of(FirstApp.FILE, DemoFile.NAME, LOG)) {
            Files.deleteIfExists(data.resolve(file));
        }
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

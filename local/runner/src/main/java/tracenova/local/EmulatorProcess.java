package tracenova.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// DynamoDB Local, ElasticMQ and s3proxy in a child process with a class path of its own. It ends with this
/// process, even when that is killed.
public final class EmulatorProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("\"(\\w+)\":(\\d+)");
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final Map<String, String> endpoints;

    private EmulatorProcess(Process process, Map<String, String> endpoints) {
        this.process = process;
        this.endpoints = Map.copyOf(endpoints);
    }

    /// Everything in memory.
    public static EmulatorProcess start() {
        return launch(List.of());
    }

    /// The table and the bucket in `data`, the queues in memory.
    public static EmulatorProcess start(Path data) {
        return launch(List.of("--data", data.toAbsolutePath().toString()));
    }

    /// Where the services listen, as functions know it: `AWS_ENDPOINT_URL_DYNAMODB`, `…_SQS`, `…_S3`.
    public Map<String, String> endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the end of its standard input is the order to end
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static EmulatorProcess launch(List<String> arguments) {
        try {
            var process = new ProcessBuilder(command(arguments)).redirectError(Redirect.INHERIT).start();
            var ports = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (ports == null) throw new IllegalStateException("The emulators did not start; see above");
            return new EmulatorProcess(process, endpoints(ports));
        } catch (IOException failed) {
            throw new UncheckedIOException("The emulators cannot be started", failed);
        }
    }

    private static List<String> command(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("--enable-native-access=ALL-UNNAMED"); // DynamoDB Local's SQLite
        command.add("--sun-misc-unsafe-memory-access=allow"); // ElasticMQ's actors
        command.addAll(List.of("-cp", classPath(), "tracenova.emulators.Emulators"));
        command.addAll(arguments);
        return command;
    }

    private static String classPath() throws IOException {
        var root = Path.of(System.getProperty("tracenova.root", "")).toAbsolutePath();
        var target = root.resolve("local/emulators/target");
        try {
            var libraries = Files.readString(target.resolve("classpath.txt")).strip();
            return target.resolve("classes") + System.getProperty("path.separator") + libraries;
        } catch (NoSuchFileException missing) {
            throw new IllegalStateException("Not built: " + missing.getFile(), missing);
        }
    }

    private static Map<String, String> endpoints(String ports) {
        var endpoints = new TreeMap<String, String>();
        PORT.matcher(ports).results().forEach(port -> endpoints.put(
                "AWS_ENDPOINT_URL_" + port.group(1).toUpperCase(Locale.ROOT),
                "http://127.0.0.1:" + port.group(2)));
        return endpoints;
    }
}

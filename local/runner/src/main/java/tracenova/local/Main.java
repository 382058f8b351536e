package tracenova.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.local.demo.Demo;
import tracenova.local.demo.DemoSize;
import tracenova.local.demo.Unfinished;

/// `./tracenova start` and `./tracenova demo`.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Functions log to standard output, which is ours to answer on.
        var out = System.out;
        System.setOut(System.err);
        var root = Path.of(System.getProperty("tracenova.root", "")).toAbsolutePath();
        try {
            switch (Options.parse(List.of(arguments), root)) {
                case Options.Start start -> start(start, root, out);
                case Options.Demo demo -> demoOf(demo.product()).fill(demo.size());
            }
        } catch (IllegalArgumentException e) {
            exit(2, e.getMessage() + "\n" + Options.USAGE);
        } catch (StartException | TemplateException | IOException | IllegalStateException e) {
            exit(1, e.getMessage());
        } catch (SdkException e) {
            exit(1, "table, queue or bucket did not answer in time: " + e.getMessage());
        }
    }

    /// Whoever reads the line does not wait for the demo's events, which follow it.
    private static void start(Options.Start options, Path root, PrintStream out)
            throws IOException, InterruptedException {
        if (isTerminal()) {
            var log = Files.createDirectories(options.data()).resolve(Runner.LOG);
            System.setOut(new PrintStream(Files.newOutputStream(log, CREATE, APPEND), true, UTF_8));
        }
        var runner = Runner.start(options, root, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
        tell(out, runner, options.json());
        if (options.demo().isPresent()) {
            fill(runner, options.demo().get());
        }
        Thread.currentThread().join();
    }

    /// A new directory, or one in which an earlier start was interrupted.
    private static void fill(Runner runner, DemoSize size) throws IOException, InterruptedException {
        var demo = runner.demo().read();
        if (demo.isPresent()) {
            System.err.println("demo data: the last start was interrupted; what is missing is sent now");
        } else if (!runner.isNew()) {
            return;
        }
        try {
            demoOf(URI.create(runner.url()))
                    .fill(demo.orElseGet(() -> Unfinished.of(size, Instant.now())), runner.demo()::write);
            runner.demo().remove();
        } catch (IllegalStateException e) {
            System.err.println("tracenova: not all demo data are there: " + e.getMessage());
        }
    }

    private static Demo demoOf(URI product) {
        return new Demo(product, Clock.systemUTC(), System.err, isTerminal());
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private static void tell(PrintStream out, Runner runner, boolean json) {
        var app = runner.app();
        out.println((json
                ? "{\"url\":\"%s\",\"app\":\"%s\",\"api_key\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
                : """

                TraceNova runs (Ctrl-C ends it)

                  dashboard   %1$s
                  sign in as  %4$s
                  password    %5$s

                  API key     %3$s
                  of app      %2$s

                Send an event; it is in its session's journey at once, in the figures within a minute:

                  curl -i %1$s/api/v1/screen-views -H 'X-Api-Key: %3$s' \\
                    -H 'Content-Type: application/json' -d '{"screen_name":"Home","session_id":"s-1"}'
                """).formatted(runner.url(), app.app(), app.apiKey(), app.email(), app.password()));
        out.flush();
    }

    private static void exit(int status, String message) {
        System.err.println("tracenova: " + message);
        System.exit(status);
    }
}

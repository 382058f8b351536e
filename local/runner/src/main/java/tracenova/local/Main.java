package tracenova.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.local.demo.Demo;
import tracenova.local.demo.DemoSize;

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
                case Options.Demo demo -> fill(demo.product(), demo.size());
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
        var runner = Runner.start(options, root, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
        tell(out, runner, options.json());
        if (runner.isNew() && options.demo().isPresent()) {
            try {
                fill(URI.create(runner.url()), options.demo().get());
            } catch (IllegalStateException e) {
                System.err.println("tracenova: no demo data: " + e.getMessage());
            }
        }
        Thread.currentThread().join();
    }

    private static void fill(URI product, DemoSize size) throws InterruptedException {
        var console = System.console();
        new Demo(product, Clock.systemUTC(), System.err, console != null && console.isTerminal()).fill(size);
    }

    private static void tell(PrintStream out, Runner runner, boolean json) {
        var app = runner.app();
        out.println((json
                ? "{\"url\":\"%s\",\"app\":\"%s\",\"api_key\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
                : """

                TraceNova runs at %1$s (Ctrl-C ends it)

                  sign in as  %4$s
                  password    %5$s
                  app         %2$s
                  API key     %3$s

                Send an event, bring it into the figures, look at them:

                  curl -i %1$s/api/v1/screen-views -H 'X-Api-Key: %3$s' \\
                    -H 'Content-Type: application/json' -d '{"screen_name":"Home","session_id":"s-1"}'
                  curl -X POST %1$s/_local/settle
                  curl %1$s/_local/snapshots/%2$s/overview
                """).formatted(runner.url(), app.app(), app.apiKey(), app.email(), app.password()));
        out.flush();
    }

    private static void exit(int status, String message) {
        System.err.println("tracenova: " + message);
        System.exit(status);
    }
}

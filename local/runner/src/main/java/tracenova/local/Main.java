package tracenova.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// `./tracenova start`.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Functions log to standard output, which is ours to answer on.
        var out = System.out;
        System.setOut(System.err);
        var root = Path.of(System.getProperty("tracenova.root", "")).toAbsolutePath();
        try {
            var options = Options.parse(List.of(arguments), root);
            var runner = Runner.start(options, root, System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
            tell(out, runner, options.json());
        } catch (IllegalArgumentException e) {
            exit(2, e.getMessage() + "\n" + Options.USAGE);
        } catch (StartException | TemplateException | IOException e) {
            exit(1, e.getMessage());
        }
        Thread.currentThread().join();
    }

    private static void tell(PrintStream out, Runner runner, boolean json) {
        out.println(json
                ? "{\"url\":\"%s\",\"app\":\"%s\",\"api_key\":\"%s\"}"
                        .formatted(runner.url(), runner.app(), runner.apiKey())
                : """

                TraceNova runs at %1$s (Ctrl-C ends it)
                  app      %2$s
                  API key  %3$s

                Send an event, bring it into the figures, look at them:

                  curl -i %1$s/api/v1/screen-views -H 'X-Api-Key: %3$s' \\
                    -H 'Content-Type: application/json' -d '{"screen_name":"Home","session_id":"s-1"}'
                  curl -X POST %1$s/_local/settle
                  curl %1$s/_local/snapshots/%2$s/overview
                """.formatted(runner.url(), runner.app(), runner.apiKey()));
        out.flush();
    }

    private static void exit(int status, String message) {
        System.err.println("tracenova: " + message);
        System.exit(status);
    }
}

package tracenova.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/// What the command line asks for.
record Options(int port, Path data, boolean fresh, boolean json) {

    static final String USAGE = """
            usage: ./tracenova start [--port 3000] [--data DIR] [--fresh] [--json]

              --port   where the API listens on this machine; 0 takes a free one
              --data   where table, bucket and the key of the first app are kept (.data)
              --fresh  begins with empty data
              --json   prints one line, {"url":…,"app":…,"api_key":…}, once it is ready""";

    /// Throws an [IllegalArgumentException] with the reason.
    static Options parse(List<String> arguments, Path root) {
        var rest = new ArrayDeque<>(arguments);
        if (!"start".equals(rest.poll())) {
            throw new IllegalArgumentException("the command is start");
        }
        var options = new Options(3000, root.resolve(".data"), false, false);
        while (!rest.isEmpty()) {
            var flag = rest.poll();
            options = switch (flag) {
                case "--port" -> new Options(port(rest.poll()), options.data, options.fresh, options.json);
                case "--data" -> new Options(options.port, directory(rest.poll()), options.fresh, options.json);
                case "--fresh" -> new Options(options.port, options.data, true, options.json);
                case "--json" -> new Options(options.port, options.data, options.fresh, true);
                default -> throw new IllegalArgumentException("unknown: " + flag);
            };
        }
        return options;
    }

    private static int port(String text) {
        if (text == null || !text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port takes a number up to 65535");
        }
        return Integer.parseInt(text);
    }

    private static Path directory(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("--data takes a directory");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }
}

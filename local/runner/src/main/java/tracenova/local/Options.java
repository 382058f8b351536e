package tracenova.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tracenova.local.demo.DemoSize;

/// What the command line asks for.
sealed interface Options {

    String USAGE = """
            usage: ./tracenova start [--port 3000] [--data DIR] [--fresh] [--demo none|small|full] [--json]
                   ./tracenova demo [--url http://localhost:3000] [--apps 2] [--days 30] [--events 40000]

            start runs the product on this machine.
              --port   where the API listens on this machine; 0 takes a free one
              --data   where table, bucket, key and password are kept, and what functions log (.data)
              --fresh  begins with empty data
              --demo   what empty data are filled with, once it is ready (small)
              --json   prints one line, {"url":…,"app":…,"api_key":…,"email":…,"password":…}, once it is ready

            demo makes apps in a product that runs here, and fills them with what happened until now.""";

    /// @param demo what a fresh data directory is filled with
    record Start(int port, Path data, boolean fresh, boolean json, Optional<DemoSize> demo) implements Options {}

    record Demo(URI product, DemoSize size) implements Options {}

    /// Throws an [IllegalArgumentException] with the reason.
    static Options parse(List<String> arguments, Path root) {
        var rest = new ArrayDeque<>(arguments);
        return switch (rest.poll()) {
            case "start" -> start(rest, root);
            case "demo" -> demo(rest);
            case null, default -> throw new IllegalArgumentException("the commands are start and demo");
        };
    }

    private static Start start(Deque<String> rest, Path root) {
        var port = 3000;
        var data = root.resolve(".data");
        var fresh = false;
        var json = false;
        var demo = Optional.of(DemoSize.SMALL);
        while (!rest.isEmpty()) {
            var flag = rest.poll();
            switch (flag) {
                case "--port" -> port = port(rest.poll());
                case "--data" -> data = directory(rest.poll());
                case "--fresh" -> fresh = true;
                case "--json" -> json = true;
                case "--demo" -> demo = size(rest.poll());
                default -> throw new IllegalArgumentException("unknown: " + flag);
            }
        }
        return new Start(port, data, fresh, json, demo);
    }

    private static Demo demo(Deque<String> rest) {
        var product = URI.create("http://localhost:3000");
        var apps = DemoSize.SMALL.apps();
        var days = DemoSize.SMALL.days();
        var events = DemoSize.SMALL.events();
        while (!rest.isEmpty()) {
            var flag = rest.poll();
            switch (flag) {
                case "--url" -> product = url(rest.poll());
                case "--apps" -> apps = number(flag, rest.poll());
                case "--days" -> days = number(flag, rest.poll());
                case "--events" -> events = number(flag, rest.poll());
                default -> throw new IllegalArgumentException("unknown: " + flag);
            }
        }
        return new Demo(product, new DemoSize(apps, days, events));
    }

    private static Optional<DemoSize> size(String text) {
        return switch (text) {
            case "none" -> Optional.empty();
            case "small" -> Optional.of(DemoSize.SMALL);
            case "full" -> Optional.of(DemoSize.FULL);
            case null, default -> throw new IllegalArgumentException("--demo takes none, small or full");
        };
    }

    private static int port(String text) {
        var port = number("--port", text);
        if (port > 65_535) {
            throw new IllegalArgumentException("--port takes a number up to 65535");
        }
        return port;
    }

    private static int number(String flag, String text) {
        if (text == null || !text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(flag + " takes a number");
        }
        return Integer.parseInt(text);
    }

    private static URI url(String text) {
        if (text == null || !text.matches("http://(localhost|127\\.0\\.0\\.1):\\d{1,5}/?")) {
            throw new IllegalArgumentException("--url takes where a product runs on this machine");
        }
        return URI.create(text);
    }

    private static Path directory(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("--data takes a directory");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }
}

package tracenova.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tracenova.event.EventType;
import tracenova.event.Json;

/// The documented requests of `events/http/`: gateway events with `{{api_key}}` where the key goes.
public final class Examples {

    private static final String SUFFIX = ".json";

    private Examples() {}

    /// Their names, sorted: `alert`, `api_error`, …
    public static List<String> names() {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String request(EventType type) {
        return request(type.toString());
    }

    public static String request(String name) {
        try {
            return Files.readString(folder().resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("No example events/http/" + name + SUFFIX, e);
        }
    }

    public static String body(EventType type) {
        return body(type.toString());
    }

    /// What a client sends.
    public static String body(String name) {
        return Json.of(request(name)).get("body").orElseThrow().string();
    }

    /// Where it sends it.
    public static String path(String name) {
        return Json.of(request(name)).get("rawPath").orElseThrow().string();
    }

    /// The checkout: the property `tracenova.root`, else the nearest folder above with the examples in it.
    public static Path root() {
        var given = System.getProperty("tracenova.root");
        if (given != null) return Path.of(given);
        var here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("events/http"))) here = here.getParent();
        if (here == null) throw new IllegalStateException("Not inside a checkout, and tracenova.root is not set");
        return here;
    }

    private static Path folder() {
        return root().resolve("events/http");
    }
}

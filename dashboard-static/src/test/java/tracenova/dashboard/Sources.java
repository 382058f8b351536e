package tracenova.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The site as it is built, and our own part of it.
final class Sources {

    static final Path DIRECTORY = Path.of(System.getProperty("tracenova.root"), "dashboard-static/src/main/site");

    private Sources() {}

    static Map<String, String> site() {
        try {
            return Site.make(DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The assets by the paths they have in the sources.
    static Map<String, String> assets() {
        return site().entrySet().stream().filter(file -> file.getKey().startsWith("assets/")).collect(Collectors.toMap(
                file -> file.getKey().replaceFirst("assets/[^/]+/", ""), Map.Entry::getValue, (a, b) -> b,
                TreeMap::new));
    }

    /// Our modules: all but the libraries.
    static Map<String, String> modules() {
        var modules = assets();
        modules.keySet().removeIf(name -> !name.endsWith(".js") || name.startsWith("vendor/"));
        return modules;
    }
}

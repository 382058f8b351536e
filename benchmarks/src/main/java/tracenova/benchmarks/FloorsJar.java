package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tracenova.testkit.Examples;

/// The tracking jar with the floors' handlers in place of the product's classes: the same libraries, nothing else.
final class FloorsJar {

    private static final String FLOORS = "tracenova/benchmarks/floor/";
    private static Path made;

    private FloorsJar() {}

    /// Made at the first need.
    static synchronized Path path() {
        if (made == null) made = make();
        return made;
    }

    private static Path make() {
        try {
            var jar = Files.createTempFile("floors", ".jar");
            jar.toFile().deleteOnExit();
            Files.copy(Jars.path("tracking"), jar, StandardCopyOption.REPLACE_EXISTING);
            var classes = Examples.root().resolve("benchmarks/target/classes");
            try (var inside = FileSystems.newFileSystem(jar);
                    var before = Files.walk(inside.getPath("/"));
                    var floors = Files.walk(classes)) {
                for (var file : before.filter(Files::isRegularFile).filter(FloorsJar::isOurs).toList()) {
                    Files.delete(file);
                }
                for (var file : floors.filter(Files::isRegularFile).filter(FloorsJar::isFloor).toList()) {
                    var place = inside.getPath("/" + classes.relativize(file));
                    Files.createDirectories(place.getParent());
                    Files.copy(file, place);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Classes, resources, and what tells Micronaut of them.
    private static boolean isOurs(Path file) {
        var name = file.toString();
        return name.startsWith("/tracenova/")
                || name.startsWith("/META-INF/micronaut/") && file.getFileName().toString().startsWith("tracenova.");
    }

    private static boolean isFloor(Path file) {
        return file.toString().replace('.', '/').contains(FLOORS);
    }
}

package tracenova.local;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tracenova.local.demo.Unfinished;

/// Where a data directory keeps which demo it is being filled with, so that the next start goes on with one that was
/// interrupted.
record DemoFile(Path file, JsonMapper json) {

    static final String NAME = "demo.json";

    Optional<Unfinished> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        try {
            return Optional.of(json.readValue(bytes, Unfinished.class));
        } catch (IOException e) {
            System.err.println("tracenova: " + file + " is not readable: the demo stays as it is");
            remove();
            return Optional.empty();
        }
    }

    void write(Unfinished demo) {
        try {
            OwnersFile.write(file, json.writeValueAsBytes(demo));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}

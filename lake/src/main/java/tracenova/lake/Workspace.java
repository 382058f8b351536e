package tracenova.lake;

import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/// A directory of this sandbox's own for what DuckDB reads and writes; it ends with its context.
@Singleton
public class Workspace {

    private final Path directory;
    private final int memoryMb;
    private long files;

    /// DuckDB gets half of the function's memory.
    public Workspace(@Property(name = "aws.lambda.function.memory.size", defaultValue = "1024") int functionMemoryMb) {
        this.memoryMb = functionMemoryMb / 2;
        try {
            this.directory = Files.createTempDirectory("tracenova-lake").toRealPath();
            Files.createDirectory(directory.resolve("spill"));
            Files.createFile(directory.resolve("empty.ndjson"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    int memoryMb() {
        return memoryMb;
    }

    /// A file with the columns of that class and no row.
    Path noneOf(LakeClass in) {
        return path(in == LakeClass.RECEIPTS ? "no_receipts.parquet" : "no_rows.parquet");
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /// A path where nothing is yet.
    public synchronized Path fresh(String ending) {
        return directory.resolve(++files + ending);
    }

    /// Where the files without rows are, by the variable that names each.
    Map<String, Object> emptyFiles() {
        return Map.of(
                "empty", path("empty.ndjson"),
                "no_rows", path("no_rows.parquet"),
                "no_receipts", path("no_receipts.parquet"),
                "no_marts", path("no_marts.parquet"));
    }

    void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @PreDestroy
    void delete() {
        try (var all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(Workspace::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}

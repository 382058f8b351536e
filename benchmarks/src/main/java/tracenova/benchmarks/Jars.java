package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import tracenova.testkit.Examples;

/// What a function's jar weighs, packed and unpacked.
record Jars(long packed, long unpacked) {

    private static final double MB = 1 << 20;

    static Jars of(String function) {
        try (var jar = new JarFile(path(function).toFile())) {
            return new Jars(Files.size(path(function)), jar.stream().mapToLong(ZipEntry::getSize).sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path path(String function) {
        return Examples.root().resolve("functions/" + function + "/target/" + function + ".jar");
    }

    double packedMb() {
        return packed / MB;
    }

    double unpackedMb() {
        return unpacked / MB;
    }

    static List<Row> rows() {
        return List.of(
                Row.atMost("jar", "tracking, packed", of("tracking").packedMb(), 14, "MB", "9.8 MB (SDK only)"),
                Row.printed("jar", "tracking, unpacked", Row.figure(of("tracking").unpackedMb(), "MB"), ""),
                Row.atMost("jar", "pipeline, unpacked", of("pipeline").unpackedMb(), 250, "MB", ""),
                Row.atMost("jar", "insights, unpacked", of("insights").unpackedMb(), 250, "MB", ""),
                Row.atMost("jar", "management, packed", of("management").packedMb(), 30, "MB", ""));
    }
}

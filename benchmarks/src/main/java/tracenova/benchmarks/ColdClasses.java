package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many classes a tracking function has loaded when it has answered its first request of 100 events, in a
/// JVM of its own under the runtime interface client, started as on-demand Lambda starts it.
final class ColdClasses {

    private ColdClasses() {}

    static long measure(Contender contender) {
        try (var product = new Product(); var aws = new StubAws(product.aws); var log = new Log()) {
            // The function has a real clock.
            product.clock.set(Instant.now());
            try (var running = contender.start(aws, log.with(Contender.C1))) {
                Contender.send(running, product.gatewayEvent(new Payloads(1, product.clock, 100).mix(100)));
                return log.classes();
            }
        }
    }

    /// Where a JVM writes each class that it loads.
    static final class Log implements AutoCloseable {

        private final Path file;

        Log() {
            try {
                file = Files.createTempFile("classes", ".log");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The options of a JVM that writes it.
        List<String> with(List<String> options) {
            var all = new ArrayList<>(options);
            all.add("-Xlog:class+load:file=" + file + ":none");
            return all;
        }

        /// So far.
        long classes() {
            try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                return lines.count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<Row> rows() {
        var floors = List.of(Contender.BARE, Contender.SDK_ONLY, Contender.SKELETON).stream()
                .map(floor -> Row.figure(measure(floor), "") + " (" + floor + ")")
                .toList();
        return List
                .of(Row.atMost("cold-classes", "start to first answer, 100 events", measure(Contender.PRODUCT), 6_000,
                        "", String.join(", ", floors)));
    }
}

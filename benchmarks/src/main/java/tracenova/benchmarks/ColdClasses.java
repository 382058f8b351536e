package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tracenova.local.RuntimeApi;
import tracenova.testkit.TestContext;

/// How many classes a tracking function has loaded when it has answered its first request of 100 events, in a
/// JVM of its own under the runtime interface client, started as on-demand Lambda starts it.
final class ColdClasses {

    private ColdClasses() {}

    static long measure(String function) {
        try (var product = new Product(); var aws = new StubAws(product.aws)) {
            var log = Files.createTempFile("classes", ".log");
            // The function has a real clock.
            product.clock.set(Instant.now());
            var event = product.gatewayEvent(new Payloads(1, product.clock, 100).mix(100));
            try (var running = RuntimeApi.start(Jars.path("tracking"), "tracenova.tracking." + function,
                    environment(aws.url()), options(log.toString()))) {
                var reply = new String(running.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
                if (!reply.contains("\"statusCode\":202")) throw new IllegalStateException(reply);
                return lines(log);
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(java.nio.file.Path log) throws IOException {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }

    private static List<String> options(String log) {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + log + ":none");
    }

    private static Map<String, String> environment(String url) {
        return Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", url,
                "TABLE_NAME", TestContext.TABLE,
                "SALTS_TABLE_NAME", TestContext.SALTS,
                "QUEUE_URL", url + "/000000000000/" + TestContext.QUEUE,
                "DLQ_URL", url + "/000000000000/" + TestContext.DEAD_LETTERS,
                "BUCKET_NAME", TestContext.BUCKET);
    }

    static List<Row> rows() {
        return List.of(Row.atMost("cold-classes", "start to first answer, 100 events",
                measure("TrackBatchFunction"), 6_000, "", "1,065 (bare), 3,684 (SDK only)"));
    }
}

package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tracenova.local.RuntimeApi;
import tracenova.testkit.TestContext;

/// The tracking function, and the floors it is held against: each in a JVM of its own under AWS's runtime client.
enum Contender {
    BARE("tracenova.benchmarks.floor.BareFunction", FloorsJar::path),
    SDK_ONLY("tracenova.benchmarks.floor.SdkFunction", FloorsJar::path),
    SKELETON("tracenova.benchmarks.floor.SkeletonFunction", FloorsJar::path),
    PRODUCT("tracenova.tracking.TrackBatchFunction", () -> Jars.path("tracking"));

    /// How Lambda starts a JVM on demand; with SnapStart it has all tiers of compilers.
    static final List<String> C1 = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    static final List<String> FULL = List.of("-XX:+UseSerialGC");

    private final String handler;
    private final Supplier<Path> jar;

    Contender(String handler, Supplier<Path> jar) {
        this.handler = handler;
        this.jar = jar;
    }

    RuntimeApi start(StubAws aws, List<String> options) {
        return start(aws, options, Map.of());
    }

    RuntimeApi start(StubAws aws, List<String> options, Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", aws.url(),
                "TABLE_NAME", TestContext.TABLE,
                "SALTS_TABLE_NAME", TestContext.SALTS,
                "QUEUE_URL", aws.url() + "/000000000000/" + TestContext.QUEUE,
                "DLQ_URL", aws.url() + "/000000000000/" + TestContext.DEAD_LETTERS,
                "BUCKET_NAME", TestContext.BUCKET));
        environment.putAll(more);
        try {
            return RuntimeApi.start(jar.get(), handler, environment, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Anything but 202 is a mistake of the benchmark.
    static void send(RuntimeApi function, String event) {
        var reply = new String(function.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        if (!reply.contains("\"statusCode\":202")) throw new IllegalStateException(reply);
    }

    @Override
    public String toString() {
        return switch (this) {
            case BARE -> "bare";
            case SDK_ONLY -> "SDK only";
            case SKELETON -> "skeleton";
            case PRODUCT -> "product";
        };
    }
}

package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tracenova.local.RuntimeApi;

/// What a JVM under the runtime client computes for a million events once it is warm, its calls answered by a stub over
/// plain HTTP: the tracking function and the floors, one after the other.
final class IngestCpu {

    private static final int REQUESTS = 5_000;
    /// Of a floor, which nobody's target hangs on.
    private static final int FLOOR_REQUESTS = 1_000;
    private static final int WARM_UP = 1_000;

    /// Lambda gives the heap 85 % of 512 MB.
    private static final List<String> OPTIONS = options();

    /// @param cpuSeconds per 1 M events
    /// @param rssMb when all was answered
    /// @param p50 of a request, in milliseconds
    private record Measured(double cpuSeconds, double rssMb, double p50, double p99) {}

    private IngestCpu() {}

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.addAll(rows("100 per request", 30, 14.5, measure(100, payloads -> payloads.mix(100))));
        rows.addAll(rows("1 per request", 1_700, 1_110, measure(1, Payloads::pv1)));
        return rows;
    }

    /// @param sdkSeconds what the SDK alone takes on the machine that the target was set on; on another one only the
    ///     ratio means something
    private static List<Row> rows(String what, double target, double sdkSeconds, Map<Contender, Measured> all) {
        var ours = all.get(Contender.PRODUCT);
        var floors = all.entrySet().stream().filter(entry -> entry.getKey() != Contender.PRODUCT).toList();
        return List.of(
                Row.atMost("ingest-cpu", "CPU-s per 1 M events, " + what, ours.cpuSeconds, target, "s",
                        String.join(", ", floors.stream().map(entry -> Row.figure(entry.getValue().cpuSeconds, "s")
                                + " (" + entry.getKey() + ")").toList())),
                Row.atMost("ingest-cpu", "… ÷ SDK only", ours.cpuSeconds / all.get(Contender.SDK_ONLY).cpuSeconds,
                        target / sdkSeconds, "", ""),
                Row.atMost("ingest-cpu", "resident, " + what, ours.rssMb, 350, "MB",
                        String.join(", ", floors.stream().map(entry -> Row.figure(entry.getValue().rssMb, "MB")
                                + " (" + entry.getKey() + ")").toList())),
                Row.printed("ingest-cpu", "a request's p50 · p99, " + what, times(ours),
                        times(all.get(Contender.SDK_ONLY)) + " (SDK only)"));
    }

    private static String times(Measured measured) {
        return String.format(Locale.ROOT, "%.1f · %.1f ms", measured.p50, measured.p99);
    }

    private static Map<Contender, Measured> measure(int perRequest, Function<Payloads, String> next) {
        var measured = new EnumMap<Contender, Measured>(Contender.class);
        for (var contender : Contender.values()) {
            try (var product = new Product();
                    var aws = new StubAws(product.aws);
                    var function = contender.start(aws, OPTIONS)) {
                // The function has a real clock.
                product.clock.set(Instant.now());
                var payloads = new Payloads(1, product.clock, 100);
                Supplier<String> events = () -> product.gatewayEvent(next.apply(payloads));
                int requests = contender == Contender.PRODUCT ? REQUESTS : FLOOR_REQUESTS;
                send(function, events, WARM_UP);
                double before = cpu(function);
                var millis = send(function, events, requests);
                double cpuSeconds = (cpu(function) - before) / requests / perRequest * 1e6;
                measured.put(contender, new Measured(
                        cpuSeconds, residentMb(function), millis[requests / 2], millis[requests * 99 / 100]));
            }
        }
        return measured;
    }

    /// How long each took, sorted.
    private static double[] send(RuntimeApi function, Supplier<String> events, int requests) {
        var millis = new double[requests];
        for (int i = 0; i < requests; i++) {
            var event = events.get();
            long started = System.nanoTime();
            Contender.send(function, event);
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    static double cpu(RuntimeApi function) {
        return function.process().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static double residentMb(RuntimeApi function) {
        try (var lines = Files.lines(Path.of("/proc/" + function.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(Arrays.asList(line.split("\\s+")).get(1)) / 1024)
                    .findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options() {
        var options = new ArrayList<>(Contender.C1);
        options.add("-Xmx" + 512 * 85 / 100 + "m");
        return options;
    }
}

package tracenova.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Start to first answer of 100 events, against the same calls without a framework, in interleaved rounds; once as
/// on-demand Lambda compiles and once with all tiers. Plain HTTP: the classes of TLS are in none of them.
final class ColdRatio {

    private static final int ROUNDS = 9;

    private ColdRatio() {}

    /// Of all rounds.
    private record Times(List<Double> millis, List<Double> cpuSeconds) {

        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        double median() {
            return median(millis);
        }

        double least() {
            return millis.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        double cpu() {
            return median(cpuSeconds);
        }

        private static double median(List<Double> some) {
            return some.stream().mapToDouble(Double::doubleValue).sorted().toArray()[some.size() / 2];
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f (%.0f) ms, %.2f CPU-s", median(), least(), cpu());
        }
    }

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.addAll(rows("C1", measure(Contender.C1)));
        rows.addAll(rows("all tiers", measure(Contender.FULL)));
        return rows;
    }

    private static List<Row> rows(String mode, Map<Contender, Times> all) {
        var ours = all.get(Contender.PRODUCT);
        var sdk = all.get(Contender.SDK_ONLY);
        return List.of(
                Row.atMost("cold-ratio", "first answer ÷ SDK only, " + mode, ours.median() / sdk.median(), 2, "",
                        String.format(Locale.ROOT, "%.3f (skeleton)",
                                all.get(Contender.SKELETON).median() / sdk.median())),
                Row.printed("cold-ratio", "… of the least times · of CPU time",
                        String.format(Locale.ROOT, "%.3f · %.3f", ours.least() / sdk.least(), ours.cpu() / sdk.cpu()),
                        ""),
                Row.printed("cold-ratio", "… median (least)", ours.toString(), String.join("; ",
                        Arrays.stream(Contender.values()).filter(each -> each != Contender.PRODUCT)
                                .map(each -> each + " " + all.get(each)).toList())));
    }

    private static Map<Contender, Times> measure(List<String> options) {
        var all = new EnumMap<Contender, Times>(Contender.class);
        try (var product = new Product(); var aws = new StubAws(product.aws)) {
            // The functions have a real clock.
            product.clock.set(Instant.now());
            var payloads = new Payloads(1, product.clock, 100);
            for (int round = 0; round <= ROUNDS; round++) {
                for (var contender : Contender.values()) {
                    // The first round is nobody's: files are read for the first time.
                    var times = round == 0 ? new Times() : all.computeIfAbsent(contender, _ -> new Times());
                    start(contender, aws, options, product.gatewayEvent(payloads.mix(100)), times);
                }
            }
        }
        return all;
    }

    private static void start(Contender contender, StubAws aws, List<String> options, String event, Times times) {
        long started = System.nanoTime();
        try (var function = contender.start(aws, options)) {
            Contender.send(function, event);
            times.millis.add((System.nanoTime() - started) / 1e6);
            times.cpuSeconds.add(IngestCpu.cpu(function));
        }
    }
}

package tracenova.benchmarks;

import java.util.List;
import java.util.function.Function;

/// CPU time of the tracking function in process, its calls answered in memory: no sockets, no runtime client, so
/// this is our own code and the SDK's alone. Printed; times never gate.
final class IngestCpu {

    private static final int EVENTS = 100_000;

    private IngestCpu() {}

    static List<Row> rows() {
        return List.of(
                Row.printed("ingest-cpu", "CPU-s per 1 M events, 100 per request, in process",
                        Row.figure(measure(100, payloads -> payloads.mix(100)), "s"),
                        "1.3 (bare), 14.5 (SDK only); ≤ 30 with sockets"),
                Row.printed("ingest-cpu", "CPU-s per 1 M events, 1 per request, in process",
                        Row.figure(measure(1, Payloads::pv1), "s"),
                        "70 (bare), 1,110 (SDK only); ≤ 1,700 with sockets"));
    }

    /// The second half counts, when the code is warm.
    private static double measure(int perRequest, Function<Payloads, String> next) {
        int requests = Math.min(5_000, EVENTS / perRequest);
        try (var product = new Product()) {
            var payloads = new Payloads(1, product.clock, 100);
            send(product, payloads, next, requests);
            double before = product.cpuSeconds();
            send(product, payloads, next, requests);
            return (product.cpuSeconds() - before) / requests / perRequest * 1e6;
        }
    }

    private static void send(Product product, Payloads payloads, Function<Payloads, String> next, int requests) {
        for (int i = 0; i < requests; i++) {
            product.send(next.apply(payloads));
        }
    }
}

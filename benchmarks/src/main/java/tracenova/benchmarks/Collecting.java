package tracenova.benchmarks;

import java.util.List;
import tracenova.benchmarks.Ledger.Traffic;

/// Messages become inbox objects.
///
/// @param cpuSeconds of the function's thread, without what the AWS in memory takes
record Collecting(int events, double cpuSeconds, int invocations, int puts) {

    private static final Traffic TRAFFIC = new Traffic(100, 100);

    /// Of a tenth more, the first are forgotten: a JVM that has just started is slow, and Lambda's is not started for
    /// each batch. Batches are as they come at 1 M events in ten minutes.
    static Collecting measure(int events) {
        try (var product = new Product()) {
            var payloads = new Payloads(1, product.clock, TRAFFIC.perSession());
            int messages = events / TRAFFIC.perRequest();
            int first = messages / 10;
            for (int i = 0; i < first + messages; i++) product.send(payloads.mix(TRAFFIC.perRequest()));
            var all = product.queued();
            deliver(product, all.subList(0, first));
            product.meter.forgetCalls();
            double before = product.cpuSeconds();
            int invocations = deliver(product, all.subList(first, first + messages));
            return new Collecting(events, product.cpuSeconds() - before, invocations,
                    product.meter.calls().getOrDefault("S3 PUT", 0));
        }
    }

    private static int deliver(Product product, List<String> messages) {
        int invocations = 0;
        for (int from = 0; from < messages.size(); from += TRAFFIC.batch()) {
            product.deliver(messages.subList(from, Math.min(messages.size(), from + TRAFFIC.batch())));
            invocations++;
        }
        return invocations;
    }

    List<Row> rows() {
        return List.of(
                Row.atLeast("collect", "events per CPU-s, 100 per message", events / cpuSeconds, 50_000,
                        "3,800,000 (inflate)"),
                Row.exactly("collect", "PUTs of an invocation", Row.figure((double) puts / invocations, ""), "1"));
    }
}

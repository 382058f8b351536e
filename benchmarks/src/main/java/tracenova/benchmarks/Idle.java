package tracenova.benchmarks;

import java.time.Duration;
import java.util.List;
import tracenova.lake.DuckDb;

/// A month in which nothing comes, with an app that had an event before.
///
/// @param month what 30 days use
/// @param opened whether any function opened DuckDB
record Idle(Usage month, boolean opened) {

    private static final int DAYS = 30;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /// Lambda asks a queue with five pollers, each waiting 20 seconds for an answer.
    private static final int POLLS_PER_DAY = 5 * 3 * MINUTES_PER_DAY;

    /// Simulates so many days and takes the month to be like them.
    static Idle measure(int days) {
        try (var product = new Product()) {
            Ledger.oneEvent(product);
            // From here on in new sandboxes, so that what opens DuckDB did it in the idle time.
            product.restart();
            product.meter.forgetUsage();
            for (int minute = 0; minute < days * MINUTES_PER_DAY; minute++) {
                Ledger.nextMinute(product);
            }
            var used = Ledger.total(product.meter.usage()).plus(Usage.ofQueue(days * POLLS_PER_DAY));
            return new Idle(used.times((double) DAYS / days).plus(product.kept()), hasOpened(product));
        }
    }

    private static boolean hasOpened(Product product) {
        return List.of(Sandbox.COMPACT, Sandbox.INSIGHTS, Sandbox.RECONCILE).stream()
                .anyMatch(sandbox -> product.context(sandbox).getBean(DuckDb.class).isOpen());
    }

    List<Row> rows() {
        return List.of(
                Row.atMost("idle", "a month, after allowances that never end", month.dollarsAfterAllowances(), 0.50,
                        "$", "$0"),
                Row.printed("idle", "a month, gross", Row.figure(month.dollars(), "$"), "$0"),
                Row.exactly("idle", "DuckDB opened", opened ? "yes" : "no", "no"));
    }
}

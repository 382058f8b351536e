package tracenova.pipeline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tracenova.table.Hour;

/// What reconcile knows of an app: up to which hour table and lake agree, and per hour what was found.
///
/// @param through the last hour that is marked, `2026-01-31T12`; absent before the first
/// @param hours the marked hours of the last 90 days, and those before them that are still open
@Serdeable
record Reconciled(@Nullable String through, @Nullable Map<String, HourReport> hours) {

    /// @param chunks how many the table has of this hour
    /// @param marked whether each of them has its receipt or is stuck
    /// @param queued how often each chunk without a receipt was queued again
    /// @param stuck chunks that were queued again three times without reaching the lake
    /// @param refused requests refused as a whole, by reason: a lower bound
    @Serdeable
    record HourReport(long chunks, boolean marked, @Nullable Map<String, Integer> queued,
            @Nullable List<String> stuck, @Nullable Map<String, Long> refused) {

        // What is empty is not written.
        HourReport {
            queued = queued == null ? Map.of() : queued;
            stuck = stuck == null ? List.of() : stuck;
            refused = refused == null ? Map.of() : refused;
        }
    }

    Reconciled {
        hours = hours == null ? new TreeMap<>() : new TreeMap<>(hours);
    }

    boolean isMarked(Hour hour) {
        var report = hours.get(hour.toString());
        return report != null && report.marked();
    }

    static Reconciled empty() {
        return new Reconciled(null, Map.of());
    }
}

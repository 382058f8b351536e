package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.ingest.StoredChunk;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.pipeline.Reconciled.HourReport;
import tracenova.queue.ChunkQueue;
import tracenova.table.Hour;
import tracenova.table.Item;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.ItemKey.RefusedKey;
import tracenova.table.Table;

/// Compares, hour by hour, the chunks in the table with the receipts in the lake, and queues again what is
/// missing. An hour is marked when every chunk has its receipt, or is known to be stuck.
@Singleton
class Reconcile {

    /// An hour is closed when no request that began in it can still write.
    static final Duration CLOSES_AFTER = Duration.ofMinutes(15);

    static final int TRIES = 3;
    private static final int HOURS_PER_RUN = 96;
    private static final Duration KEPT = Duration.ofDays(90);

    private final Apps apps;
    private final Table table;
    private final ChunkQueue queue;
    private final Receipts receipts;
    private final ReconciledStore store;
    private final Log log;

    Reconcile(Apps apps, Table table, ChunkQueue queue, Receipts receipts, ReconciledStore store, Log log) {
        this.apps = apps;
        this.table = table;
        this.queue = queue;
        this.receipts = receipts;
        this.store = store;
        this.log = log;
    }

    /// @param hours how many were looked at
    /// @param queued how many chunks were queued again
    /// @param stuck how many chunks are stuck
    record Report(int hours, int queued, int stuck, int failedApps) {}

    /// One app's failure stops no other. `openHours`: the hours that are not closed yet are looked at too, but
    /// never marked.
    Report run(Instant at, boolean openHours) {
        var total = new Report(0, 0, 0, 0);
        for (var app : apps.list()) {
            try {
                total = sum(total, reconcile(app, at, openHours));
            } catch (SdkException | IllegalStateException e) {
                log.count(Metric.APP_RUN_FAILED);
                log.line("reconcile_failed", Map.of("app", app.id().value(), "cause", e.getClass().getSimpleName()));
                total = sum(total, new Report(0, 0, 0, 1));
            }
        }
        log.count(Metric.RECONCILE_REQUEUED, total.queued);
        log.count(Metric.STUCK_CHUNKS, total.stuck);
        return total;
    }

    private static Report sum(Report a, Report b) {
        return new Report(a.hours + b.hours, a.queued + b.queued, a.stuck + b.stuck, a.failedApps + b.failedApps);
    }

    private Report reconcile(App app, Instant at, boolean openHours) {
        var known = store.read(app.id());
        var closed = Hour.of(at.minus(CLOSES_AFTER)).previous();
        var last = openHours ? Hour.of(at) : closed;
        var hours = new TreeMap<>(known.reconciled().hours());
        var report = new Report(0, 0, 0, 0);
        for (var hour : toLookAt(app, known.reconciled(), at, last)) {
            var after = reconcile(app.id(), hour, hours.get(hour.toString()), hour.compareTo(closed) <= 0);
            hours.put(hour.toString(), after.report);
            report = sum(report, new Report(1, after.sent, after.report.stuck().size(), 0));
        }
        store.write(app.id(), known, tidied(hours, at));
        log.count(Metric.UNRECONCILED_HOURS, hours.values().stream().filter(hour -> !hour.marked()).count());
        return report;
    }

    /// The hours that are not marked, then those with stuck chunks: one may have come since.
    private static List<Hour> toLookAt(App app, Reconciled known, Instant at, Hour last) {
        var open = Stream.iterate(firstOpen(app, known, at), hour -> hour.compareTo(last) <= 0, Hour::next)
                .filter(hour -> !known.isMarked(hour));
        var stuck = known.hours().entrySet().stream()
                .filter(entry -> entry.getValue().marked() && !entry.getValue().stuck().isEmpty())
                .map(entry -> Hour.parse(entry.getKey()));
        return Stream.concat(open.limit(HOURS_PER_RUN), stuck.limit(HOURS_PER_RUN)).toList();
    }

    /// The first hour that is not marked with all before it.
    private static Hour firstOpen(App app, Reconciled known, Instant at) {
        var earliest = Hour.of(at.minus(KEPT));
        var first = known.through() == null ? Hour.of(app.created()) : Hour.parse(known.through()).next();
        return first.compareTo(earliest) < 0 ? earliest : first;
    }

    private static Reconciled tidied(TreeMap<String, HourReport> hours, Instant at) {
        hours.headMap(Hour.of(at.minus(KEPT)).toString()).clear();
        String through = null;
        for (var entry : hours.entrySet()) {
            if (!entry.getValue().marked()) {
                break;
            }
            through = entry.getKey();
        }
        return new Reconciled(through, hours);
    }

    private record Reconciliation(HourReport report, int sent) {}

    private Reconciliation reconcile(AppId app, Hour hour, HourReport before, boolean isClosed) {
        var keys = chunks(app, hour);
        var there = keys.isEmpty() ? Set.<String>of() : receipts.chunksOf(app, hour);
        var tries = new TreeMap<>(before == null ? Map.<String, Integer>of() : before.queued());
        tries.keySet().removeAll(there);
        var stuck = new ArrayList<String>();
        var missing = new ArrayList<ChunkKey>();
        for (var key : keys) {
            if (there.contains(key.name())) {
                continue;
            }
            if (tries.getOrDefault(key.name(), 0) >= TRIES) {
                stuck.add(key.name());
            } else {
                missing.add(key);
            }
        }
        var sent = send(missing);
        sent.forEach(key -> tries.merge(key.name(), isClosed ? 1 : 0, Integer::sum));
        var marked = isClosed && missing.isEmpty();
        return new Reconciliation(
                new HourReport(keys.size(), marked, tries, stuck, refused(app, hour)), sent.size());
    }

    private List<ChunkKey> chunks(AppId app, Hour hour) {
        var keys = new ArrayList<ChunkKey>();
        for (int shard = 0; shard < ChunkKey.SHARDS; shard++) {
            for (var item : table.query(ChunkKey.pk(app, hour, shard), "", "pk, sk")) {
                keys.add(ChunkKey.parse(item.text("pk"), item.text("sk")));
            }
        }
        return keys;
    }

    /// Queues the stored chunks again; answers those that the queue confirmed.
    private List<ChunkKey> send(List<ChunkKey> missing) {
        var messages = new HashMap<String, ChunkKey>();
        for (var key : missing) {
            table.getConsistent(key).map(StoredChunk::of).ifPresent(chunk -> messages.put(chunk.message(), key));
        }
        var unconfirmed = queue.send(List.copyOf(messages.keySet()), () -> limits -> {});
        messages.keySet().removeAll(unconfirmed);
        return List.copyOf(messages.values());
    }

    private Map<String, Long> refused(AppId app, Hour hour) {
        var refused = new TreeMap<String, Long>();
        for (var item : table.query(RefusedKey.pk(app, hour), "")) {
            tallies(item).forEach((reason, count) -> refused.merge(reason, count, Long::sum));
        }
        return refused;
    }

    private static Map<String, Long> tallies(Item item) {
        var tallies = new HashMap<String, Long>();
        for (var name : item.attributes().keySet()) {
            if (!Set.of("pk", "sk", "ttl").contains(name)) {
                tallies.put(name, item.number(name));
            }
        }
        return tallies;
    }
}

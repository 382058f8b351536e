package tracenova.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.List;
import java.util.TreeMap;
import tracenova.app.AppId;
import tracenova.lake.Bucket;
import tracenova.lake.LakeClass;
import tracenova.lake.Manifest;
import tracenova.lake.Manifests;
import tracenova.lake.ObjectNames;

/// A backlog goes from the inbox into the lake: a tenth of its objects say what others said, a twentieth came three
/// hours late.
///
/// @param events with those that are there twice
/// @param kept what the lake has then
/// @param identical whether the same objects, the other way round and into an empty lake, come to the same files
record Compacting(int events, long kept, double cpuSeconds, boolean identical) {

    private static final Instant BEGIN = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration LATE = Duration.ofHours(3);

    /// What this many objects take, each of so many requests of 100 events, received in so many hours.
    static Compacting measure(int objects, int requests, int hours) {
        try (var copies = new Copies(requests); var product = new Product(); var again = new Product()) {
            int unique = objects - objects / 10;
            var inbox = new TreeMap<Integer, byte[]>();
            for (int i = 0; i < unique; i++) {
                var received = BEGIN.plus(Duration.ofHours(hours).multipliedBy(i).dividedBy(unique));
                var at = i % 20 == 19 ? received.minus(LATE) : received;
                inbox.put(i, copies.of(product.app(), i, i + 1, at, Duration.ZERO));
            }
            for (int i = unique; i < objects; i++) inbox.put(i, inbox.get((i - unique) * 9));
            double before = product.cpuSeconds();
            var manifest = compact(product, product.app(), inbox);
            double cpuSeconds = product.cpuSeconds() - before;
            var otherWay = new TreeMap<Integer, byte[]>();
            inbox.forEach((i, bytes) -> otherWay.put(objects - i, bytes));
            return new Compacting(objects * requests * 100, rows(manifest), cpuSeconds,
                    contents(manifest).equals(contents(compact(again, product.app(), otherWay))));
        }
    }

    private static Manifest compact(Product product, AppId app, Map<Integer, byte[]> inbox) {
        var context = product.context(Sandbox.COMPACT);
        inbox.forEach((i, bytes) -> context.getBean(Bucket.class)
                .put(ObjectNames.inbox(app, "%06d".formatted(i)), bytes));
        product.clock.set(BEGIN.plus(Duration.ofDays(1)));
        product.tick(Sandbox.COMPACT);
        return context.getBean(Manifests.class).read(app).manifest();
    }

    private static long rows(Manifest manifest) {
        return manifest.files().entrySet().stream()
                .filter(entry -> entry.getKey().in() != LakeClass.RECEIPTS)
                .mapToLong(entry -> entry.getValue().rows()).sum();
    }

    /// The hash of each file by what it is of, without the run that made it.
    private static Map<String, String> contents(Manifest manifest) {
        var contents = new TreeMap<String, String>();
        manifest.partitions().forEach((partition, file) -> contents.put(partition, file.id().replaceAll("-.*", "")));
        return contents;
    }

    List<Row> rows() {
        return List.of(
                Row.atLeast("compact", "events per CPU-s, 10 % repeats, 5 % late", events / cpuSeconds, 300_000,
                        "555,000 (DuckDB, one pass)"),
                Row.exactly("compact", "kept of " + Row.figure(events, ""), Row.figure(kept, ""),
                        Row.figure(events / 10 * 9, "")),
                Row.exactly("compact", "the other way round", identical ? "the same bytes" : "other bytes",
                        "the same bytes"));
    }
}

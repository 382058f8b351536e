package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.ingest.Chunk;
import tracenova.ingest.StoredChunk;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.session.SessionIndex;

/// Decodes messages, records sessions and users, and writes one inbox object per app. Whatever order, grouping
/// or number of deliveries: the same items and, of the same chunks, the same object.
@Singleton
class Collect {

    private static final int LEAST_MILLIS = 3_000;

    private final SessionIndex index;
    private final Inbox inbox;
    private final Apps apps;
    private final Log log;

    Collect(SessionIndex index, Inbox inbox, Apps apps, Log log) {
        this.index = index;
        this.inbox = inbox;
        this.apps = apps;
        this.log = log;
    }

    /// A message and the queue's id for it.
    record Record(String id, String body) {}

    /// A message understood.
    record Collected(String id, StoredChunk stored, Chunk chunk) {}

    /// The ids of the records that must be delivered again.
    List<String> run(List<Record> records, IntSupplier remainingMillis) {
        var failed = new ArrayList<String>();
        for (var group : byApp(records, failed).entrySet()) {
            if (remainingMillis.getAsInt() < LEAST_MILLIS) {
                group.getValue().forEach(collected -> failed.add(collected.id));
            } else {
                failed.addAll(collect(group.getKey(), group.getValue()));
            }
        }
        return failed;
    }

    private Map<AppId, List<Collected>> byApp(List<Record> records, List<String> failed) {
        var groups = new TreeMap<AppId, List<Collected>>();
        for (var record : records) {
            try {
                var stored = StoredChunk.ofMessage(record.body);
                groups.computeIfAbsent(stored.key().app(), app -> new ArrayList<>())
                        .add(new Collected(record.id, stored, stored.chunk()));
            } catch (RuntimeException e) {
                // A poison record, whatever is wrong with it, must not hold up its neighbours.
                log.count(Metric.POISON_MESSAGE);
                log.line("poison", Map.of("message", record.id, "reason", e.getClass().getSimpleName()));
                failed.add(record.id);
            }
        }
        return groups;
    }

    private List<String> collect(AppId app, List<Collected> chunks) {
        try {
            if (!apps.exists(app)) {
                log.count(Metric.APP_DELETED, chunks.size());
                return List.of();
            }
        } catch (SdkException e) {
            return ids(chunks);
        }
        var indexed = new ArrayList<Collected>();
        var failed = new ArrayList<String>();
        for (var collected : chunks) {
            try {
                index.record(collected.stored.key(), collected.chunk);
                indexed.add(collected);
            } catch (SdkException e) {
                failed.add(collected.id);
            }
        }
        failed.addAll(write(app, indexed));
        return failed;
    }

    private List<String> write(AppId app, List<Collected> chunks) {
        try {
            inbox.put(app, chunks.stream().map(Collected::stored).toList());
            return List.of();
        } catch (SdkException e) {
            return ids(chunks);
        }
    }

    private static List<String> ids(List<Collected> chunks) {
        return chunks.stream().map(Collected::id).toList();
    }
}

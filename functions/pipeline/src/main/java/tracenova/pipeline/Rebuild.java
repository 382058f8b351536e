package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import tracenova.app.AppId;
import tracenova.ingest.StoredChunk;
import tracenova.lake.LostFiles;
import tracenova.log.Log;
import tracenova.session.SessionIndex;
import tracenova.table.Hour;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.Table;

/// Puts the chunks of an app into the inbox again, straight from the table. Compact takes them from there as it
/// takes any others: what the lake has is replaced by the same rows, what it lacks is added, and readers see
/// whole states throughout.
@Singleton
class Rebuild {

    private static final int LEAST_MILLIS = 30_000;
    private static final int CHUNKS_PER_OBJECT = 500;

    private final Table table;
    private final SessionIndex index;
    private final Inbox inbox;
    private final LostFiles lost;
    private final InstantSource clock;
    private final Log log;

    Rebuild(Table table, SessionIndex index, Inbox inbox, LostFiles lost, InstantSource clock, Log log) {
        this.table = table;
        this.index = index;
        this.inbox = inbox;
        this.lost = lost;
        this.clock = clock;
        this.log = log;
    }

    /// @param next where to go on, unless all is done
    /// @param unreadable chunks that no version of the code here can read
    record Progress(Optional<Instant> next, long chunks, long unreadable) {}

    /// From the hour of `from`, at most 90 days back, as far as the remaining time allows.
    Progress run(AppId app, Instant from, IntSupplier remainingMillis) {
        var now = clock.instant();
        lost.forget(app);
        var earliest = Hour.of(now.minus(StoredChunk.KEPT));
        var hour = from == null || Hour.of(from).compareTo(earliest) < 0 ? earliest : Hour.of(from);
        var done = new Progress(Optional.empty(), 0, 0);
        for (; hour.compareTo(Hour.of(now)) <= 0; hour = hour.next()) {
            if (remainingMillis.getAsInt() < LEAST_MILLIS) {
                return new Progress(Optional.of(hour.start()), done.chunks, done.unreadable);
            }
            var step = rebuild(app, hour);
            done = new Progress(Optional.empty(), done.chunks + step.chunks, done.unreadable + step.unreadable);
        }
        return done;
    }

    private Progress rebuild(AppId app, Hour hour) {
        var readable = new ArrayList<StoredChunk>();
        int unreadable = 0;
        for (int shard = 0; shard < ChunkKey.SHARDS; shard++) {
            for (var item : table.query(ChunkKey.pk(app, hour, shard), "")) {
                var chunk = StoredChunk.of(item);
                if (isIndexed(chunk)) {
                    readable.add(chunk);
                } else {
                    unreadable++;
                }
            }
        }
        for (int from = 0; from < readable.size(); from += CHUNKS_PER_OBJECT) {
            inbox.put(app, List.copyOf(readable.subList(from, Math.min(readable.size(), from + CHUNKS_PER_OBJECT))));
        }
        return new Progress(Optional.empty(), readable.size(), unreadable);
    }

    private boolean isIndexed(StoredChunk stored) {
        try {
            index.record(stored.key(), stored.chunk());
            return true;
        } catch (IllegalArgumentException e) {
            log.line("unreadable", Map.of("chunk", stored.key().name(), "reason", String.valueOf(e.getMessage())));
            return false;
        }
    }
}

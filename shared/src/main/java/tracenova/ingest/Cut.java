package tracenova.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracenova.ingest.Batch.Incoming;
import tracenova.table.Hour;
import tracenova.table.ItemKey;
import tracenova.table.ItemKey.ChunkKey;

/// Where a request is cut into chunks: by session (beyond 8 sessions by shard) and at 100 KiB, on the events
/// as sent. Neither verdicts nor compression move a boundary, so every attempt cuts alike.
record Cut(ChunkKey key, List<Incoming> events) {

    private static final int SESSIONS = 8;

    // Scrubbing and packing make up to 1.7 bytes of each in the worst case, base64 a third more: with the verdicts
    // beside them still a message of 256 KiB.
    static final int BYTES = 100 * 1024;

    // What is stored beside an event, at most, after compression.
    private static final int BESIDE = 64;

    /// The chunks in the order of their first events; the first one is the first chunk.
    static List<Cut> of(Batch batch) {
        var hour = Hour.of(batch.receivedAt());
        var many = batch.events().stream().map(Incoming::session).distinct().count() > SESSIONS;
        Map<String, List<Incoming>> groups = new LinkedHashMap<>();
        for (var event : batch.events()) {
            var group = many ? String.valueOf(shard(batch, event)) : event.session();
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(event);
        }
        var cuts = new ArrayList<Cut>();
        for (var group : groups.values()) {
            int shard = shard(batch, group.getFirst());
            var session = many ? ItemKey.MANY_SESSIONS : group.getFirst().session();
            for (var part : parts(group)) {
                cuts.add(new Cut(key(batch, hour, shard, session, cuts, group, part), part));
            }
        }
        return cuts;
    }

    private static ChunkKey key(Batch batch, Hour hour, int shard, String session, List<Cut> before,
            List<Incoming> group, List<Incoming> part) {
        return before.isEmpty()
                ? ChunkKey.first(batch.app(), hour, shard, session, batch.id())
                : ChunkKey.later(batch.app(), hour, shard, session, batch.id(),
                        group.indexOf(part.getFirst()), batch.hash());
    }

    private static int shard(Batch batch, Incoming event) {
        return ChunkKey.shardOf(event.session().equals(ItemKey.NO_SESSION) ? batch.id() : event.session());
    }

    private static List<List<Incoming>> parts(List<Incoming> group) {
        var parts = new ArrayList<List<Incoming>>();
        int bytes = Integer.MAX_VALUE - BYTES;
        for (var event : group) {
            int size = Utf8.length(event.text()) + BESIDE;
            if (bytes + size > BYTES) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.getLast().add(event);
            bytes += size;
        }
        return parts;
    }
}

package tracenova.ingest;

import jakarta.inject.Singleton;
import java.util.Arrays;
import tracenova.aws.ClientLimits;
import tracenova.table.Table;

/// Puts chunks on condition that they are absent.
@Singleton
class ChunkStore {

    private final Table table;

    ChunkStore(Table table) {
        this.table = table;
    }

    /// @param stored what is in the table now: this chunk, or what was there before it
    /// @param before whether an earlier request had put it
    record Put(StoredChunk stored, boolean before) {}

    // A failed condition is compared before it is believed: our own bytes there are our own earlier attempt.
    Put put(StoredChunk chunk, Deadline deadline) {
        var present = table.putIfAbsent(chunk.item(), deadline.within(ClientLimits.TABLE_INGEST))
                .map(StoredChunk::of);
        return present
                .filter(other -> !Arrays.equals(other.body(), chunk.body()))
                .map(other -> new Put(other, true))
                .orElseGet(() -> new Put(chunk, false));
    }
}

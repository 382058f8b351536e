package tracenova.normalise;

import java.util.List;
import java.util.Optional;
import tracenova.ingest.Chunk;
import tracenova.ingest.Verdicts;
import tracenova.table.ItemKey.ChunkKey;

/// Turns a chunk into the lines of its inbox object.
public final class Normaliser {

    private Normaliser() {}

    /// One row line per event and one receipt line, NDJSON. A pure function of the chunk.
    public static List<String> lines(ChunkKey key, Chunk chunk, Optional<Verdicts> verdicts) {
        return List.of();
    }
}

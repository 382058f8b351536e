package tracenova.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tracenova.ingest.Chunk;
import tracenova.ingest.Verdicts;
import tracenova.table.ItemKey.ChunkKey;

/// Turns a chunk into the lines of its inbox object.
public final class Normaliser {

    private Normaliser() {}

    /// One row line per event and one receipt line, NDJSON. A pure function of the chunk.
    public static List<String> lines(ChunkKey key, Chunk chunk, Optional<Verdicts> verdicts) {
        var name = key.name();
        var received = Row.time(chunk.receivedAt());
        var lines = new ArrayList<String>(chunk.events().size() + 1);
        for (var event : chunk.events()) {
            lines.add(Row.line(name, received, chunk, event));
        }
        lines.add(receipt(name, received, key, chunk, verdicts));
        return lines;
    }

    private static String receipt(
            String name, String received, ChunkKey key, Chunk chunk, Optional<Verdicts> verdicts) {
        var line = new JsonLine()
                .text("kind", "receipt")
                .text("chunk", name)
                .text("received_at", received)
                .text("received_hour", key.received().toString())
                .text("app_id", chunk.app().value())
                .text("request", chunk.request())
                .text("batch_id", chunk.batchId())
                .number("n", chunk.events().size())
                .flag("first", verdicts.isPresent());
        verdicts.ifPresent(all -> line
                .number("positions", all.positions())
                .number("stored", all.stored())
                .number("duplicates", all.repeats().size())
                .text("rejected", rejected(all)));
        return line.end();
    }

    /// `{"required":2,"wrong_type":1}`, in order of the codes.
    private static String rejected(Verdicts verdicts) {
        var counts = new TreeMap<String, Integer>();
        verdicts.rejected().values().forEach(rejection -> counts.merge(rejection.code().toString(), 1, Integer::sum));
        var line = new JsonLine();
        counts.forEach((code, count) -> line.number(code, count));
        return line.end();
    }
}

package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tracenova.app.AppId;
import tracenova.lake.DuckDb;
import tracenova.lake.FileCache;
import tracenova.lake.LakeClass;
import tracenova.lake.Manifests;
import tracenova.lake.ObjectNames;
import tracenova.lake.PartitionKey;
import tracenova.table.Hour;

/// Which chunks the lake has received, by its current manifest.
@Singleton
class Receipts {

    private static final String CHUNKS =
            "SELECT DISTINCT chunk FROM read_parquet(getvariable('receipts')) ORDER BY chunk";

    private final Manifests manifests;
    private final FileCache files;
    private final DuckDb duckDb;

    Receipts(Manifests manifests, FileCache files, DuckDb duckDb) {
        this.manifests = manifests;
        this.files = files;
        this.duckDb = duckDb;
    }

    /// The chunks of one received hour, each by its name within the app.
    Set<String> chunksOf(AppId app, Hour hour) {
        var key = new PartitionKey(LakeClass.RECEIPTS, hour);
        return manifests.read(app).manifest().file(key).map(file -> {
            var path = files.get(ObjectNames.partition(app, key, file), file);
            try (var session = duckDb.open()) {
                session.set(Map.of("receipts", List.of(path.toString())));
                return Set.copyOf(new HashSet<>(session.ask(CHUNKS, row -> row.getString(1))));
            }
        }).orElse(Set.of());
    }
}

package tracenova.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracenova.app.AppId;

/// Files of an app's lake on this disk, by kind, as the variables `rows`, `receipts` and `marts` name them.
final class LakeFiles {

    private final AppId app;
    private final FileCache cache;
    private final Map<String, Path> made;
    private final List<Path> rows;
    private final List<Path> receipts;
    private final List<Path> marts;

    /// `made` are files that are not in the bucket yet, by their names there.
    LakeFiles(AppId app, FileCache cache, Workspace workspace, Map<String, Path> made) {
        this.app = app;
        this.cache = cache;
        this.made = made;
        this.rows = new ArrayList<>(List.of(workspace.noneOf(LakeClass.ACTIVITY)));
        this.receipts = new ArrayList<>(List.of(workspace.noneOf(LakeClass.RECEIPTS)));
        this.marts = new ArrayList<>(List.of(workspace.path("no_marts.parquet")));
    }

    void addAll(Map<PartitionKey, LakeFile> partitions) {
        partitions.forEach((key, file) -> (key.in() == LakeClass.RECEIPTS ? receipts : rows)
                .add(local(ObjectNames.partition(app, key, file), file)));
    }

    void addMart(String day, LakeFile file) {
        marts.add(local(ObjectNames.mart(app, day, file), file));
    }

    void addDigest(Path digest) {
        marts.add(digest);
    }

    private Path local(String object, LakeFile file) {
        var path = made.get(object);
        return path == null ? cache.get(object, file) : path;
    }

    Map<String, Object> variables() {
        return Map.of("rows", rows, "receipts", receipts, "marts", marts);
    }
}

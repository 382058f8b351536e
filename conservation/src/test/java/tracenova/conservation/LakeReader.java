package tracenova.conservation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tracenova.lake.DuckDb;
import tracenova.lake.Workspace;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestContext;

/// Reads what a manifest names, past the product's code.
final class LakeReader {

    private static final String ROWS = """
            SELECT filename, event_id, epoch_ms(occurred_at) AS at, epoch_ms(received_at) AS received, chunk, position,
                   session_id, user_id, data ->> '$.metadata.mark' AS mark
            FROM   read_parquet(getvariable('files'), union_by_name = true, filename = true)""";
    private static final String RECEIPTS = """
            SELECT filename, chunk, n, first, positions, stored, duplicates, rejected
            FROM   read_parquet(getvariable('files'), union_by_name = true, filename = true)""";

    private final Workspace workspace = new Workspace(1024);
    private final DuckDb duckDb = new DuckDb(workspace);
    private final Map<String, List<LakeRow>> rows = new HashMap<>();
    private final Map<String, List<Receipt>> receipts = new HashMap<>();

    /// What the lake says of a chunk.
    record Receipt(String chunk, int n, boolean first, int positions, int stored, int duplicates, String rejected) {}

    Workspace workspace() {
        return workspace;
    }

    DuckDb duckDb() {
        return duckDb;
    }

    /// All rows of the partitions among these objects, each with the class its object's name says.
    List<LakeRow> rows(FakeAws aws, Set<String> objects) {
        var wanted =
                objects.stream().filter(name -> name.startsWith("lake/activity/") || name.startsWith("lake/errors/"));
        var found = new ArrayList<LakeRow>();
        var names = wanted.toList();
        load(aws, names, rows, ROWS, (name, row) -> new LakeRow(name.split("/")[1], row.getString("event_id"),
                Instant.ofEpochMilli(row.getLong("at")), Instant.ofEpochMilli(row.getLong("received")),
                row.getString("chunk"), row.getInt("position"), row.getString("mark"), row.getString("session_id"),
                row.getString("user_id")));
        names.forEach(name -> found.addAll(rows.get(name)));
        return found;
    }

    List<Receipt> receipts(FakeAws aws, Set<String> objects) {
        var names = objects.stream().filter(name -> name.startsWith("lake/receipts/")).toList();
        load(aws, names, receipts, RECEIPTS, (name, row) -> new Receipt(row.getString("chunk"), row.getInt("n"),
                row.getBoolean("first"), row.getInt("positions"), row.getInt("stored"), row.getInt("duplicates"),
                row.getString("rejected")));
        var found = new ArrayList<Receipt>();
        names.forEach(name -> found.addAll(receipts.get(name)));
        return found;
    }

    private interface Maker<T> {
        T make(String object, java.sql.ResultSet row) throws java.sql.SQLException;
    }

    private record Named<T>(String object, T value) {}

    private <T> void load(FakeAws aws, List<String> names, Map<String, List<T>> known, String sql, Maker<T> maker) {
        var paths = new HashMap<String, String>();
        for (var name : names) {
            if (known.containsKey(name)) continue;
            known.put(name, new ArrayList<>());
            paths.put(local(aws, name).toString(), name);
        }
        if (paths.isEmpty()) return;
        try (var session = duckDb.open()) {
            session.set(Map.of("files", List.copyOf(paths.keySet())));
            for (var read : session.ask(sql, row -> {
                var name = paths.get(row.getString("filename"));
                return new Named<>(name, maker.make(name, row));
            })) {
                known.get(read.object()).add(read.value());
            }
        }
    }

    private Path local(FakeAws aws, String object) {
        try {
            return Files.write(workspace.fresh(".parquet"), aws.objects(TestContext.BUCKET).get(object).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Forgets everything, and deletes what all sandboxes left behind.
    void forget() {
        rows.clear();
        receipts.clear();
        var here = workspace.fresh(".none").getParent();
        try (var files = Files.list(here)) {
            for (var file : new HashSet<>(files.filter(LakeReader::isNumbered).toList())) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNumbered(Path file) {
        return Character.isDigit(file.getFileName().toString().charAt(0));
    }
}

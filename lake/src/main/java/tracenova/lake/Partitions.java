package tracenova.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// Merges what came in with what is there, partition by partition; what has changed goes into the draft.
final class Partitions {

    /// Partitions are merged together as long as what is there of them is small: fewer and cheaper statements.
    private static final long BYTES_AT_ONCE = 8L << 20;

    private static final String CANDIDATES = Sql.of(Partitions.class, "candidates.sql");
    private static final String ROWS = Sql.of(Partitions.class, "rows.sql");
    private static final String RECEIPTS = Sql.of(Partitions.class, "receipts.sql");

    private final Session session;
    private final FileCache cache;
    private final Run run;

    Partitions(Session session, FileCache cache, Run run) {
        this.session = session;
        this.cache = cache;
        this.run = run;
    }

    /// `made` gets the new files by the names of their objects.
    void merge(SortedSet<PartitionKey> touched, Draft draft, Map<String, Path> made) {
        var group = new ArrayList<PartitionKey>();
        long bytes = 0;
        for (var key : touched) {
            if (key.in() == LakeClass.RECEIPTS) {
                write(RECEIPTS, key, Map.of("present", present(List.of(key), draft)), draft, made);
                continue;
            }
            long present = draft.file(key).map(LakeFile::bytes).orElse(0L);
            if (bytes + present > BYTES_AT_ONCE && !group.isEmpty()) {
                mergeRows(group, draft, made);
                group.clear();
                bytes = 0;
            }
            group.add(key);
            bytes += present;
        }
        if (!group.isEmpty()) mergeRows(group, draft, made);
    }

    private void mergeRows(List<PartitionKey> group, Draft draft, Map<String, Path> made) {
        session.run(Map.of("partitions", group, "present", present(group, draft)), CANDIDATES);
        for (var key : group) write(ROWS, key, Map.of("class", key.in()), draft, made);
    }

    private List<Path> present(List<PartitionKey> keys, Draft draft) {
        var present = new ArrayList<Path>();
        for (var key : keys) {
            draft.file(key)
                    .ifPresent(file -> present.add(cache.get(ObjectNames.partition(draft.app(), key, file), file)));
        }
        var receipts = keys.getFirst().in() == LakeClass.RECEIPTS;
        return present.isEmpty()
                ? List.of(session.workspace().path(receipts ? "no_receipts.parquet" : "no_rows.parquet")) : present;
    }

    private void write(String sql, PartitionKey key, Map<String, Object> given, Draft draft, Map<String, Path> made) {
        var out = session.scratch().fresh(".parquet");
        session.set(given);
        var rows = session.run(Map.of("hour", key.hour().start(), "out", out), sql);
        var file = LakeFile.of(out, rows, run);
        if (draft.put(key, file)) made.put(ObjectNames.partition(draft.app(), key, file), out);
    }
}

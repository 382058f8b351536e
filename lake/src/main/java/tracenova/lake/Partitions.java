package tracenova.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// Merges what came in with what is there, partition by partition; what has changed goes into the draft.
final class Partitions {

    /// Partitions are merged together as long as what is there of them is small: fewer and cheaper statements.
    private static final long BYTES_AT_ONCE = 8L << 20;

    private static final String WINNERS = Sql.of(Partitions.class, "winners.sql");
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
        var rows = new ArrayList<PartitionKey>();
        for (var key : touched) {
            if (key.in() == LakeClass.RECEIPTS)
                write(RECEIPTS, key, Map.of("present", present(List.of(key), draft)), draft, made);
            else
                rows.add(key);
        }
        rows.sort(Comparator.comparing(PartitionKey::hour).thenComparing(PartitionKey::in));
        groups(rows, draft).forEach(group -> mergeRows(group, draft, made));
    }

    /// Consecutive hours, each with all its classes.
    private static List<List<PartitionKey>> groups(List<PartitionKey> byHour, Draft draft) {
        var groups = new ArrayList<List<PartitionKey>>();
        long bytes = 0;
        for (var key : byHour) {
            var last = groups.isEmpty() ? null : groups.getLast();
            var isSameHour = last != null && last.getLast().hour().equals(key.hour());
            if (last == null || bytes > BYTES_AT_ONCE && !isSameHour) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.getLast().add(key);
            bytes += draft.file(key).map(LakeFile::bytes).orElse(0L);
        }
        return groups;
    }

    private void mergeRows(List<PartitionKey> group, Draft draft, Map<String, Path> made) {
        session.run(Map.of(
                "since", group.getFirst().hour().start(), "until", group.getLast().hour().end(),
                "present", present(group, draft)), WINNERS);
        for (var key : group) write(ROWS, key, Map.of("class", key.in()), draft, made);
    }

    /// What is there of these partitions; files without rows where there is nothing.
    private List<Path> present(List<PartitionKey> keys, Draft draft) {
        var present = new ArrayList<Path>();
        for (var key : keys) {
            draft.file(key)
                    .ifPresent(file -> present.add(cache.get(ObjectNames.partition(draft.app(), key, file), file)));
        }
        return present.isEmpty() ? List.of(session.workspace().noneOf(keys.getFirst().in())) : present;
    }

    private void write(String sql, PartitionKey key, Map<String, Object> given, Draft draft, Map<String, Path> made) {
        var out = session.scratch().fresh(".parquet");
        var variables = new HashMap<>(given);
        variables.put("hour", key.hour().start());
        variables.put("out", out);
        var rows = session.run(variables, sql);
        var file = LakeFile.of(out, rows, run);
        if (draft.put(key, file)) made.put(ObjectNames.partition(draft.app(), key, file), out);
    }
}

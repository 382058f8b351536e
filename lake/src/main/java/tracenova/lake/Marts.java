package tracenova.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Folds the closed days of a draft: what did not change in a day is taken from the mart it had before.
final class Marts {

    /// Of columns and rows of the fold. What another version made is folded anew, and never read as if it were ours.
    static final int VERSION = 3;

    private static final String MART = Sql.of(Marts.class, "mart.sql");

    private final Session session;
    private final FileCache cache;

    Marts(Session session, FileCache cache) {
        this.session = session;
        this.cache = cache;
    }

    void fold(Draft draft, Run run, Map<String, Path> made) {
        for (var day : draft.unfolded()) fold(day, draft, run, made);
    }

    private void fold(String day, Draft draft, Run run, Map<String, Path> made) {
        var files = new LakeFiles(draft.app(), cache, session.workspace(), made);
        var present = draft.mart(day);
        var refolded = draft.partitionsOf(day);
        if (present.isPresent()) refolded.keySet().retainAll(draft.changed());
        files.addAll(refolded);
        present.ifPresent(mart -> files.addMart(day, mart));
        var out = session.scratch().fresh(".parquet");
        session.set(files.variables());
        var rows = session.run(Map.of("refolded", List.copyOf(refolded.keySet()), "out", out), MART);
        var mart = LakeFile.of(out, rows, run).asMart(VERSION);
        if (draft.putMart(day, mart)) made.put(ObjectNames.mart(draft.app(), day, mart), out);
    }
}

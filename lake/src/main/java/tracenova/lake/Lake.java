package tracenova.lake;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tracenova.app.AppId;
import tracenova.id.Hashes;

/// The lake of an app as one manifest names it: the marts of closed days, the partitions of the others.
@Singleton
public class Lake {

    private static final String OFFSETS = Sql.of(Lake.class, "offsets.sql");
    private static final String VIEWS = Sql.of(Lake.class, "views.sql");
    private static final String DIGEST = Sql.of(Lake.class, "digest.sql");

    /// Events may be of a little later than the manifest's now.
    private static final Duration AHEAD = Duration.ofDays(2);

    private final DuckDb duckDb;
    private final FileCache cache;
    private final Workspace workspace;

    public Lake(DuckDb duckDb, FileCache cache, Workspace workspace) {
        this.duckDb = duckDb;
        this.cache = cache;
        this.workspace = workspace;
    }

    /// Answers a question in a session with what `views.sql` names, of all UTC days within reach.
    public <T> T ask(AppId app, Manifest manifest, Reach reach, Function<Session, T> question) {
        try (var session = duckDb.open()) {
            session.run(Map.of("offsets", reach.offsets(manifest.now().plus(AHEAD))), OFFSETS);
            session.run(filesOf(app, manifest, reach, session).variables(), VIEWS);
            return question.apply(session);
        } finally {
            cache.trim();
        }
    }

    private LakeFiles filesOf(AppId app, Manifest manifest, Reach reach, Session session) {
        var files = new LakeFiles(app, cache, workspace, Map.of());
        var marts = manifest.readableMarts();
        var since = reach.since().toString();
        var open = manifest.files();
        open.keySet().removeIf(
                key -> key.hour().day().compareTo(since) < 0 || marts.containsKey(key.hour().day()));
        files.addAll(open);
        var inDetail = reach.inDetail().toString();
        marts.tailMap(inDetail).forEach(files::addMart);
        tens(marts.subMap(since, inDetail)).values()
                .forEach(ten -> files.addDigest(digest(app, ten, reach, session)));
        return files;
    }

    /// By the first nine characters of the day: what comes late makes one digest anew, not all of them.
    private static Map<String, SortedMap<String, LakeFile>> tens(SortedMap<String, LakeFile> marts) {
        var tens = new TreeMap<String, SortedMap<String, LakeFile>>();
        marts.forEach((day, file) -> tens.computeIfAbsent(day.substring(0, 9), _ -> new TreeMap<>()).put(day, file));
        return tens;
    }

    /// The same marts in the same zone are one file for as long as this sandbox keeps it.
    private Path digest(AppId app, SortedMap<String, LakeFile> marts, Reach reach, Session session) {
        var name = "digest " + app + " " + reach.zone() + " " + Hashes.shortSha256(
                marts.values().stream().map(LakeFile::id).toArray(String[]::new));
        return cache.find(name).orElseGet(() -> {
            var files = new LakeFiles(app, cache, workspace, Map.of());
            marts.forEach(files::addMart);
            var out = session.scratch().fresh(".parquet");
            session.set(files.variables());
            session.run(Map.of("out", out), DIGEST);
            cache.add(name, out);
            session.scratch().keep(out);
            return out;
        });
    }
}

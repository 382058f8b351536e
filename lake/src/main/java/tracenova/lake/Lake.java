package tracenova.lake;

import jakarta.inject.Singleton;
import java.util.Map;
import tracenova.app.AppId;

/// The lake of an app as one manifest names it: the marts of closed days, the partitions of the others.
@Singleton
public class Lake {

    private static final String VIEWS = Sql.of(Lake.class, "views.sql");

    private final DuckDb duckDb;
    private final FileCache cache;
    private final Workspace workspace;

    public Lake(DuckDb duckDb, FileCache cache, Workspace workspace) {
        this.duckDb = duckDb;
        this.cache = cache;
        this.workspace = workspace;
    }

    /// A session with the views `seen` (events) and `received` (receipts) of this UTC day and all later ones.
    public Session open(AppId app, Manifest manifest, String since) {
        var session = duckDb.open();
        try {
            session.set(filesOf(app, manifest, since).variables());
            session.run(VIEWS);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private LakeFiles filesOf(AppId app, Manifest manifest, String since) {
        var files = new LakeFiles(app, cache, workspace, Map.of());
        var open = manifest.files();
        open.keySet().removeIf(
                key -> key.hour().day().compareTo(since) < 0 || manifest.marts().containsKey(key.hour().day()));
        files.addAll(open);
        manifest.marts().forEach((day, file) -> {
            if (day.compareTo(since) >= 0) files.addMart(day, file);
        });
        return files;
    }
}

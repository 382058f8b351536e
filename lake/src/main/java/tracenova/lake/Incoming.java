package tracenova.lake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tracenova.app.AppId;
import tracenova.table.Hour;

/// What some inbox objects brought, in the session's table `inbox`: the partitions it touches, the newest
/// received time, and the objects that could not be read and so are not in it.
record Incoming(SortedSet<PartitionKey> partitions, Instant newest, List<InboxObject> broken) {

    private static final String LOAD = Sql.of(Incoming.class, "inbox.sql");
    private static final String FAULTS = Sql.of(Incoming.class, "inbox_faults.sql");
    private static final String PARTITIONS = Sql.of(Incoming.class, "inbox_partitions.sql");

    private record Touched(PartitionKey partition, Instant newest) {}

    static Incoming load(Session session, AppId app, List<InboxObject> objects) {
        session.set(Map.of("app", app.value()));
        var broken = new ArrayList<InboxObject>();
        var files = unpacked(session.scratch(), objects, broken);
        if (!isReadable(session, files.values())) {
            files.entrySet().removeIf(file -> !isReadable(session, List.of(file.getValue())) && broken.add(file.getKey()));
            load(session, files.values());
        }
        var touched = session.ask(PARTITIONS, row -> new Touched(
                new PartitionKey(LakeClass.parse(row.getString("class")), Hour.parse(row.getString("hour"))),
                Instant.parse(row.getString("newest"))));
        return new Incoming(
                touched.stream().map(Touched::partition).collect(Collectors.toCollection(TreeSet::new)),
                touched.stream().map(Touched::newest).max(Instant::compareTo).orElse(Instant.EPOCH),
                broken);
    }

    private static Map<InboxObject, Path> unpacked(
            Scratch scratch, List<InboxObject> objects, List<InboxObject> broken) {
        var files = new HashMap<InboxObject, Path>();
        for (var object : objects) {
            var file = scratch.fresh(".ndjson");
            if (object.unpackTo(file)) files.put(object, file);
            else broken.add(object);
        }
        return files;
    }

    private static boolean isReadable(Session session, Iterable<Path> files) {
        try {
            load(session, files);
            return session.ask(FAULTS, row -> row.getString("chunk")).isEmpty();
        } catch (QueryFailed e) {
            if (e.isAboutInput()) return false;
            throw e;
        }
    }

    private static void load(Session session, Iterable<Path> files) {
        var paths = new ArrayList<Path>(List.of(session.workspace().path("empty.ndjson")));
        files.forEach(paths::add);
        session.set(Map.of("inbox", paths));
        session.run(LOAD);
    }
}

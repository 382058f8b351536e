package tracenova.lake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tracenova.app.AppId;
import tracenova.table.Hour;

/// What some inbox objects brought, in the session's table `inbox`: the partitions it touches, the newest
/// received time, and the objects that could not be read and so are not in it.
record Incoming(SortedSet<PartitionKey> partitions, Instant newest, List<InboxObject> broken) {

    private static final String LOAD = Sql.of(Incoming.class, "inbox.sql");
    private static final String PARTITIONS = Sql.of(Incoming.class, "inbox_partitions.sql");

    private record Touched(PartitionKey partition, Instant newest, long rows, long receipted, long faults) {}

    static Incoming load(Session session, AppId app, List<InboxObject> objects) {
        session.set(Map.of("app", app.value()));
        var broken = new ArrayList<InboxObject>();
        var files = unpacked(session.scratch(), objects, broken);
        var touched = touchedBy(session, files.values());
        if (touched.isEmpty()) {
            files.entrySet().removeIf(
                    file -> touchedBy(session, List.of(file.getValue())).isEmpty() && broken.add(file.getKey()));
            touched = touchedBy(session, files.values());
        }
        return of(touched.orElseThrow(), broken);
    }

    private static Incoming of(List<Touched> touched, List<InboxObject> broken) {
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

    /// Loads these files; empty where something in them cannot be read.
    private static Optional<List<Touched>> touchedBy(Session session, Collection<Path> files) {
        if (files.isEmpty()) return Optional.of(List.of());
        try {
            session.run(Map.of("inbox", List.copyOf(files)), LOAD);
        } catch (QueryFailed e) {
            if (e.isAboutInput()) return Optional.empty();
            throw e;
        }
        var touched = session.ask(PARTITIONS, row -> new Touched(
                new PartitionKey(LakeClass.parse(row.getString("class")), Hour.parse(row.getString("hour"))),
                Instant.parse(row.getString("newest")),
                row.getLong("rows"), row.getLong("receipted"), row.getLong("faults")));
        return Optional.of(touched).filter(Incoming::isWhole);
    }

    /// Every line is of ours, and every row has its receipt and every receipt its rows.
    private static boolean isWhole(List<Touched> touched) {
        return touched.stream().mapToLong(Touched::faults).sum() == 0
                && touched.stream().mapToLong(Touched::rows).sum() == touched.stream().mapToLong(Touched::receipted)
                        .sum();
    }
}

package tracenova.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import tracenova.lake.Listed;
import tracenova.lake.ObjectNames;

/// What waits in the inbox of one app, oldest first, in batches that fit into memory.
final class Backlog {

    private static final long BYTES_PER_BATCH = 16L << 20;
    private static final int OBJECTS_PER_BATCH = 500;
    private static final Comparator<Listed> AGE = Comparator.comparing(Listed::modified).thenComparing(Listed::name);

    private final String app;
    private final Deque<List<Listed>> batches = new ArrayDeque<>();

    private Backlog(String app, List<Listed> objects) {
        this.app = app;
        objects.stream().sorted(AGE).forEach(this::add);
    }

    /// One of each app that has anything waiting.
    static Collection<Backlog> of(List<Listed> inbox) {
        var byApp = new TreeMap<String, List<Listed>>();
        for (var object : inbox) {
            if (!object.name().endsWith(ObjectNames.INBOX_ENDING)) continue;
            byApp.computeIfAbsent(ObjectNames.appOfInbox(object.name()), _ -> new ArrayList<>()).add(object);
        }
        return byApp.entrySet().stream().map(entry -> new Backlog(entry.getKey(), entry.getValue())).toList();
    }

    private void add(Listed object) {
        var last = batches.peekLast();
        if (last == null || last.size() == OBJECTS_PER_BATCH || bytes(last) + object.bytes() > BYTES_PER_BATCH) {
            last = new ArrayList<>();
            batches.add(last);
        }
        last.add(object);
    }

    private static long bytes(List<Listed> objects) {
        return objects.stream().mapToLong(Listed::bytes).sum();
    }

    String app() {
        return app;
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    List<Listed> next() {
        return batches.remove();
    }

    void clear() {
        batches.clear();
    }

    int objects() {
        return batches.stream().mapToInt(List::size).sum();
    }
}

package tracenova.conservation;

import static tracenova.conservation.Kind.CRASH_AFTER;
import static tracenova.conservation.Kind.CRASH_BEFORE;
import static tracenova.conservation.Kind.CUT;
import static tracenova.conservation.Kind.DROP;
import static tracenova.conservation.Kind.E500;
import static tracenova.conservation.Kind.IO_AFTER;
import static tracenova.conservation.Kind.IO_BEFORE;
import static tracenova.conservation.Kind.LATE;
import static tracenova.conservation.Kind.PAGE;
import static tracenova.conservation.Kind.PARTIAL;
import static tracenova.conservation.Kind.SLOW;
import static tracenova.conservation.Kind.SPOILT;
import static tracenova.conservation.Kind.STALE;
import static tracenova.conservation.Kind.THROTTLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rows of faults.md §4 that faults at single calls can bring about, with what must come of each besides
/// conservation.
enum Matrix {
    F01(Set.of(202, 207, 422), Span.ONCE, "TRACK (GetItem key|PutItem chunk)", THROTTLE, E500),
    F02(Set.of(503), Span.LASTING, "TRACK GetItem key", THROTTLE, E500, IO_BEFORE, IO_AFTER, PAGE, CUT, SPOILT, SLOW),
    F04(Set.of(503), Span.LASTING, "TRACK PutItem chunk", THROTTLE, E500, PAGE),
    F05(Set.of(202, 207, 503), Span.EITHER, "TRACK PutItem chunk", IO_BEFORE),
    F06(Set.of(202, 207), Span.ONCE, "TRACK PutItem chunk", IO_AFTER),
    F07(Set.of(503), Span.LASTING, "TRACK PutItem chunk", IO_AFTER, CUT, SPOILT),
    F08(Set.of(503), Span.LASTING, "TRACK PutItem chunk", SLOW, LATE),
    F10(Set.of(0), Span.EITHER, "TRACK (PutItem chunk|SendMessageBatch queue)", CRASH_BEFORE, CRASH_AFTER),
    F15(Set.of(202, 207), Span.LASTING, "TRACK SendMessageBatch queue", THROTTLE, E500, IO_BEFORE, PAGE, SLOW),
    F16(Set.of(202, 207), Span.EITHER, "TRACK SendMessageBatch queue", IO_AFTER, CUT, SPOILT, LATE),
    F17(Set.of(202, 207), Span.EITHER, "TRACK SendMessageBatch queue", PARTIAL),
    F18(Set.of(202, 207), Span.EITHER, "TRACK SendMessageBatch queue", DROP),
    F22(Set.of(202, 207, 503, 0), Span.EITHER, "TRACK PutItem first", Kind.values()),
    F30(Set.of(503), Span.LASTING, "TRACK (GetItem|PutItem) salt", THROTTLE, E500, IO_BEFORE, PAGE),
    F99(Set.of(202), Span.EITHER, "TRACK PutItem index", THROTTLE, E500, IO_BEFORE, IO_AFTER, PAGE, CUT, SLOW),
    F39(Set.of(), Span.EITHER, "COLLECT PutObject inbox", THROTTLE, E500, IO_BEFORE, PAGE),
    F40(Set.of(), Span.EITHER, "COLLECT PutObject inbox", IO_AFTER, SLOW, LATE),
    F41(Set.of(), Span.EITHER, "COLLECT PutItem index", THROTTLE, E500, IO_BEFORE),
    F43(Set.of(), Span.EITHER, "COLLECT .*", CRASH_BEFORE, CRASH_AFTER),
    F50(Set.of(), Span.EITHER, "COLLECT GetItem app", THROTTLE, E500, STALE),
    F53(Set.of(), Span.EITHER, "COMPACT ListObjectsV2 inbox", STALE, CUT),
    F54(Set.of(), Span.EITHER, "COMPACT GetObject .*", E500, THROTTLE, IO_BEFORE, CUT, SPOILT, PAGE),
    F56(Set.of(), Span.EITHER, "COMPACT PutObject (lake|marts)", E500, THROTTLE, IO_BEFORE, PAGE),
    F57(Set.of(), Span.EITHER, "COMPACT PutObject (lake|marts)", IO_AFTER, LATE, SLOW),
    F58(Set.of(), Span.EITHER, "COMPACT PutObject manifests", E500, THROTTLE, IO_BEFORE, PAGE, LATE),
    F59(Set.of(), Span.EITHER, "COMPACT PutObject manifests", IO_AFTER, SLOW),
    F60(Set.of(), Span.EITHER, "COMPACT (PutObject manifests|DeleteObjects objects)", CRASH_BEFORE, CRASH_AFTER),
    F61(Set.of(), Span.EITHER, "COMPACT DeleteObjects objects", PARTIAL, DROP, E500, IO_AFTER),
    F70(Set.of(), Span.EITHER, "INSIGHTS PutObject snapshots", E500, THROTTLE, SLOW, IO_AFTER),
    F71(Set.of(), Span.EITHER, "INSIGHTS PutObject pointers", IO_AFTER, SLOW),
    F73(Set.of(), Span.EITHER, "INSIGHTS PutObject pointers", LATE, CRASH_BEFORE, CRASH_AFTER),
    F79(Set.of(), Span.EITHER, "RECONCILE Query chunk", THROTTLE, E500, IO_BEFORE, CUT),
    F80(Set.of(), Span.EITHER, "RECONCILE SendMessageBatch queue", CRASH_BEFORE, CRASH_AFTER),
    F81(Set.of(), Span.EITHER, "RECONCILE SendMessageBatch queue", PARTIAL, DROP, E500, IO_AFTER),
    F85(Set.of(), Span.EITHER, "REPLAY (StartMessageMoveTask|SendMessageBatch) queue", THROTTLE, E500, IO_AFTER,
            CRASH_AFTER),
    F86(Set.of(), Span.EITHER, "REPLAY (Query chunk|PutObject inbox)", THROTTLE, E500, IO_AFTER, CRASH_BEFORE,
            CRASH_AFTER);

    /// For how long a fault lasts.
    enum Span {
        ONCE,
        LASTING,
        EITHER
    }

    private final Set<Integer> statuses;
    private final Span span;
    private final String at;
    private final List<Kind> kinds;

    Matrix(Set<Integer> statuses, Span span, String at, Kind... kinds) {
        this.statuses = statuses;
        this.span = span;
        this.at = at;
        this.kinds = List.of(kinds);
    }

    /// The statuses one of which the client must hear; none where there is no client.
    Set<Integer> statuses() {
        return statuses;
    }

    static List<Matrix> rowsOf(String at, Kind kind, boolean lasting) {
        var rows = new ArrayList<Matrix>();
        for (var row : values()) {
            var spans = row.span == Span.EITHER || lasting == (row.span == Span.LASTING);
            if (spans && row.kinds.contains(kind) && at.matches(row.at)) rows.add(row);
        }
        return rows;
    }
}

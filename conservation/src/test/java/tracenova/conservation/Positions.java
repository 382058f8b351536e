package tracenova.conservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where faults can strike: the positions of the write protocol, as [Call#at] names them.
final class Positions {

    static final String KEY = "TRACK GetItem key";
    static final String FIRST = "TRACK PutItem first";
    static final String CHUNK = "TRACK PutItem chunk";
    static final String SEND = "TRACK SendMessageBatch queue";
    static final String INBOX = "COLLECT PutObject inbox";
    static final String MANIFEST = "COMPACT PutObject manifests";
    static final String REQUEUE = "RECONCILE SendMessageBatch queue";
    static final String POINTER = "INSIGHTS PutObject pointers";

    private static final Map<Role, List<String>> OF = Map.of(
            Role.TRACK, List.of(KEY, "TRACK GetItem salt", "TRACK PutItem salt", FIRST, CHUNK, CHUNK, SEND, SEND,
                    "TRACK PutItem index", "TRACK Query funnel", "TRACK PutItem refused"),
            Role.COLLECT, List.of("COLLECT GetItem app", "COLLECT PutItem index", INBOX, INBOX),
            Role.COMPACT,
            List.of("COMPACT ListObjectsV2 inbox", "COMPACT GetObject inbox", "COMPACT GetObject manifests",
                    "COMPACT GetObject lake", "COMPACT PutObject lake", "COMPACT PutObject marts", MANIFEST, MANIFEST,
                    "COMPACT DeleteObjects objects"),
            Role.INSIGHTS,
            List.of("INSIGHTS GetObject manifests", "INSIGHTS GetObject lake", "INSIGHTS GetObject pointers",
                    "INSIGHTS PutObject snapshots", POINTER, "INSIGHTS DeleteObjects objects"),
            Role.RECONCILE, List.of("RECONCILE Query apps", "RECONCILE GetObject reconciled", "RECONCILE Query chunk",
                    "RECONCILE GetObject manifests", "RECONCILE GetObject lake", "RECONCILE GetItem chunk", REQUEUE,
                    REQUEUE,
                    "RECONCILE PutObject reconciled"),
            Role.REPLAY,
            List.of("REPLAY StartMessageMoveTask queue", "REPLAY SendMessageBatch queue", "REPLAY Query chunk",
                    "REPLAY PutObject inbox", "REPLAY PutItem index", "REPLAY PutObject manifests"));

    private Positions() {}

    static List<String> of(Role role) {
        return OF.get(role);
    }

    static List<String> all() {
        var all = new ArrayList<String>();
        for (var role : Role.values()) all.addAll(of(role));
        return all;
    }

    static Role roleOf(String at) {
        return Role.valueOf(at.substring(0, at.indexOf(' ')));
    }

    static String operationOf(String at) {
        return at.split(" ")[1];
    }
}

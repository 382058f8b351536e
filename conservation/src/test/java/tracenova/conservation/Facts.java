package tracenova.conservation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tracenova.ingest.Chunk;
import tracenova.ingest.StoredChunk;
import tracenova.log.Metric;
import tracenova.table.Item;
import tracenova.testkit.Attribute;
import tracenova.testkit.Json;
import tracenova.testkit.WireReply;

/// What really happened behind the wire, whatever the product heard of it.
final class Facts {

    private static final int LEGIBLE = 600;

    private final World world;
    private final Map<String, Kept> chunks = new LinkedHashMap<>();
    private final Map<Metric, Long> metrics = new HashMap<>();
    private final Set<String> queued = new HashSet<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<Running> firsts = new HashSet<>();
    private final Set<Integer> revoked = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private final LakeFacts lake;

    /// A chunk as it came into the table, and the run that put it.
    record Kept(StoredChunk stored, Chunk chunk, Running by) {}

    Facts(World world) {
        this.world = world;
        this.lake = new LakeFacts(world, violations);
    }

    void counted(Metric metric, long value) {
        metrics.merge(metric, value, Long::sum);
    }

    long count(Metric metric) {
        return metrics.getOrDefault(metric, 0L);
    }

    /// The chunks in the table by `pk sk`, in the order they came.
    Map<String, Kept> chunks() {
        return chunks;
    }

    /// The chunks that the queue took at least once.
    Set<String> queued() {
        return queued;
    }

    /// The chunks of which the queue was made to lose a message.
    Set<String> lost() {
        return lost;
    }

    /// Whether this run put something into the table that it was to put there.
    boolean hasChunk(Running run) {
        return chunks.values().stream().anyMatch(kept -> kept.by() == run);
    }

    boolean isPutBy(Running run, String chunk) {
        return chunks.containsKey(chunk) && chunks.get(chunk).by() == run;
    }

    /// Whether this run left the first receipt of its batch.
    boolean hasReceipt(Running run) {
        return firsts.contains(run);
    }

    void revoked(int app) {
        revoked.add(app);
    }

    boolean isRevoked(int app) {
        return revoked.contains(app);
    }

    LakeFacts lake() {
        return lake;
    }

    List<String> violations() {
        return violations;
    }

    void violated(String invariant, String what) {
        violations.add(invariant + ": " + (what.length() > LEGIBLE ? what.substring(0, LEGIBLE) + "…" : what));
    }

    /// The chunk that a message carries, as `pk sk`; empty where nobody can read it.
    static String chunkOf(String message) {
        try {
            var json = Json.object(message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return json.get("pk") + " " + json.get("sk");
        } catch (RuntimeException e) {
            return "";
        }
    }

    void applied(Call call, Running running, WireReply reply) {
        world.report().calls.increment();
        world.report().exercised(Rule.X11);
        switch (call.operation()) {
            case "PutItem" -> put(call, running, reply);
            case "SendMessageBatch" -> sent(call, reply);
            default -> {}
        }
        if (!call.isTable() && !call.isQueue()) lake.applied(call, reply);
    }

    private void put(Call call, Running running, WireReply reply) {
        if (call.thing().equals("index") && !written.add(call.key())) world.report().exercised(Rule.X10);
        if (call.thing().equals("first") && reply.status() == 200) firsts.add(running);
        if (call.thing().equals("refused")) world.report().exercised(Rule.X13);
        if (call.thing().equals("chunk") && reply.status() == 200) {
            var key = call.key();
            var stored =
                    StoredChunk.of(Item.of(Attribute.toSdk(Json.map(Json.object(call.request().body()).get("Item")))));
            if (chunks.containsKey(key)) violated("C3", "a chunk was overwritten: " + key);
            chunks.put(key, new Kept(stored, stored.chunk(), running));
            stored.verdicts().filter(all -> !all.rejected().isEmpty())
                    .ifPresent(all -> world.report().exercised(Rule.X13));
        }
        if (call.thing().equals("chunk") && reply.status() == 400 && isOwn(call, reply)) {
            world.report().exercised(Rule.X7);
        }
    }

    /// Whether the item that was there is the one that was to be put.
    private static boolean isOwn(Call call, WireReply reply) {
        var old = Json.map(Json.object(reply.body()).get("Item"));
        var own = Json.map(Json.object(call.request().body()).get("Item"));
        return old.equals(own);
    }

    private void sent(Call call, WireReply reply) {
        if (reply.status() != 200) return;
        var taken = new HashSet<>(Json.<Map<String, Object>>list(Json.object(reply.body()).get("Successful")).stream()
                .map(entry -> entry.get("Id")).toList());
        for (var entry : Json.<Map<String, Object>>list(Json.object(call.request().body()).get("Entries"))) {
            if (taken.contains(entry.get("Id"))) queued.add(chunkOf((String) entry.get("MessageBody")));
        }
    }
}

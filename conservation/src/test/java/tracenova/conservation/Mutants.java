package tracenova.conservation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import tracenova.app.AppId;
import tracenova.id.Hashes;
import tracenova.ingest.Chunk;
import tracenova.ingest.ChunkJson;
import tracenova.ingest.StoredChunk;
import tracenova.table.Item;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.testkit.Attribute;
import tracenova.testkit.Json;
import tracenova.testkit.StoredObject;
import tracenova.testkit.WireReply;
import tracenova.testkit.WireRequest;

/// The wrong products of faults.md §5, each made by rewriting what a right one says and hears.
final class Mutants {

    private static final WireReply DONE = json(Map.of());

    private Mutants() {}

    static WireReply json(Map<String, Object> body) {
        return new WireReply(200, Map.of("Content-Type", "application/x-amz-json-1.0"), Json.bytes(body));
    }

    /// Changes the calls at one position on their way out.
    static Mutant saying(String at, UnaryOperator<Call> change) {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                return rest.answer(call.at().equals(at) ? change.apply(call) : call);
            }
        };
    }

    /// Does not see the failures at one position, whatever they are.
    static Mutant blindTo(String at) {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (!call.at().equals(at)) return rest.answer(call);
                try {
                    var reply = rest.answer(call);
                    return reply.status() == 200 ? reply : DONE;
                } catch (IOException e) {
                    return DONE;
                }
            }
        };
    }

    static Mutant noReconcile() {
        return new Mutant() {
            @Override
            boolean runs(Role role) {
                return role != Role.RECONCILE;
            }
        };
    }

    static Mutant hourMarkedAlthoughSendsFailed() {
        return new Mutant() {
            private Running failing;

            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (call.at().equals("RECONCILE PutObject reconciled") && failing == running) {
                    return rest.answer(call.withContent(marked(call.content())));
                }
                if (!call.at().equals(Positions.REQUEUE)) return rest.answer(call);
                failing = running;
                var reply = rest.answer(call);
                if (reply.status() == 200 && !new String(reply.body(), StandardCharsets.UTF_8).contains("\"Code\""))
                    failing = null;
                return reply;
            }

            private byte[] marked(byte[] reconciled) {
                return new String(reconciled, StandardCharsets.UTF_8)
                        .replace("\"marked\":false", "\"marked\":true").getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    static Mutant openHourTakenAsClosed() {
        return new Mutant() {
            @Override
            Instant tick(Role role, Instant at) {
                return role == Role.RECONCILE ? at.plus(Duration.ofMinutes(75)) : at;
            }
        };
    }

    static Mutant withoutCondition(String at) {
        return saying(at, call -> call.with(new WireRequest(call.request().http().toBuilder()
                .removeHeader("If-Match").removeHeader("If-None-Match").build(), call.request().body())));
    }

    static Mutant inboxDeletedFirst() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                var reply = rest.answer(call);
                if (call.at().equals("COMPACT GetObject inbox") && reply.status() == 200)
                    running.world().delete(call.key());
                return reply;
            }
        };
    }

    static Mutant collectSwallows() {
        return new Mutant() {
            @Override
            Map<String, Object> answered(Map<String, Object> byCollect) {
                return Map.of("batchItemFailures", List.of());
            }
        };
    }

    static Mutant sendFailuresIgnored() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                var reply = rest.answer(call);
                return call.at().equals(Positions.SEND) && reply.status() == 200 ? allSent(call) : reply;
            }
        };
    }

    /// As if the queue had taken all entries.
    static WireReply allSent(Call call) {
        var successful = new ArrayList<Map<String, Object>>();
        for (var entry : Json.<Map<String, Object>>list(Json.object(call.request().body()).get("Entries"))) {
            successful.add(Map.of("Id", entry.get("Id"), "MessageId", "none", "MD5OfMessageBody",
                    md5((String) entry.get("MessageBody"))));
        }
        return json(Map.of("Successful", successful, "Failed", List.of()));
    }

    /// Sends other messages; the answer speaks of those that the product knows.
    private static WireReply sendInstead(Call call, Mutant.Rest rest, UnaryOperator<String> change) throws IOException {
        var body = new LinkedHashMap<>(Json.object(call.request().body()));
        var sums = new HashMap<Object, String>();
        body.put("Entries", Json.<Map<String, Object>>list(body.get("Entries")).stream().map(entry -> {
            var message = (String) entry.get("MessageBody");
            sums.put(entry.get("Id"), md5(message));
            return Map.of("Id", entry.get("Id"), "MessageBody", change.apply(message));
        }).toList());
        var reply = rest.answer(call.withBody(Json.bytes(body)));
        if (reply.status() != 200) return reply;
        var answer = Json.object(reply.body());
        var successful = Json.<Map<String, Object>>list(answer.get("Successful")).stream().map(entry -> Map.of(
                "Id", entry.get("Id"), "MessageId", entry.get("MessageId"), "MD5OfMessageBody",
                sums.get(entry.get("Id"))))
                .toList();
        return json(Map.of("Successful", successful, "Failed", answer.get("Failed")));
    }

    private static String md5(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mutant conditionDropped() {
        return saying(Positions.CHUNK, call -> {
            var body = new LinkedHashMap<>(Json.object(call.request().body()));
            body.remove("ConditionExpression");
            body.remove("ReturnValuesOnConditionCheckFailure");
            return call.withBody(Json.bytes(body));
        });
    }

    /// The content hash covers more than what the client sent.
    static Mutant hashCovers(BiFunction<Running, StoredChunk, String> more) {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (!call.at().equals(Positions.CHUNK)) return rest.answer(call);
                var stored = stored(call);
                var suffix = "+" + more.apply(running, stored);
                var reply = rest.answer(withItem(call, hashed(stored, stored.hash() + suffix)));
                var old = Json.map(Json.object(reply.body()).get("Item"));
                if (old.isEmpty()) return reply;
                var there = StoredChunk.of(Item.of(Attribute.toSdk(old)));
                return there.hash().endsWith(suffix)
                        ? withOld(reply,
                                hashed(there, there.hash().substring(0, there.hash().length() - suffix.length())))
                        : reply;
            }
        };
    }

    private static StoredChunk hashed(StoredChunk stored, String hash) {
        return new StoredChunk(stored.key(), hash, stored.body(), stored.verdicts());
    }

    private static StoredChunk stored(Call call) {
        return StoredChunk.of(Item.of(Attribute.toSdk(Json.map(Json.object(call.request().body()).get("Item")))));
    }

    private static Map<String, Object> wire(Item item) {
        var wire = new TreeMap<String, Object>();
        item.attributes().forEach((name, value) -> wire.put(name, value.s() != null ? Map.of("S", value.s())
                : value.n() != null ? Map.of("N", value.n())
                        : Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()))));
        return wire;
    }

    private static Call withItem(Call call, StoredChunk stored) {
        var body = new LinkedHashMap<>(Json.object(call.request().body()));
        body.put("Item", wire(stored.item()));
        return call.withBody(Json.bytes(body));
    }

    private static WireReply withOld(WireReply reply, StoredChunk stored) {
        var body = new LinkedHashMap<>(Json.object(reply.body()));
        body.put("Item", wire(stored.item()));
        return new WireReply(reply.status(), Map.of("Content-Type", "application/x-amz-json-1.0"), Json.bytes(body));
    }

    static Mutant timeOfAttempt() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                return call.at().equals(Positions.FIRST) ? DONE : rest.answer(call);
            }
        };
    }

    static Mutant sendsItsOwnAttempt() {
        return new Mutant() {
            private final Map<String, StoredChunk> attempts = new HashMap<>();

            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (call.at().equals(Positions.CHUNK))
                    attempts.put(running.number() + stored(call).key().name(), stored(call));
                return !call.at().equals(Positions.SEND) ? rest.answer(call) : sendInstead(call, rest, message -> {
                    var chunk = attempts.get(running.number() + StoredChunk.ofMessage(message).key().name());
                    return chunk == null ? message : chunk.message();
                });
            }
        };
    }

    /// Receipts stand for whole batches, so reconcile only looks for first chunks.
    static Mutant receiptsPerBatch() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                var reply = rest.answer(call);
                if (!call.at().equals("RECONCILE Query chunk") || reply.status() != 200) return reply;
                var body = new LinkedHashMap<>(Json.object(reply.body()));
                body.put("Items", Json.<Map<String, Object>>list(body.get("Items")).stream()
                        .filter(item -> ((String) Json.map(item.get("sk")).get("S")).endsWith("#0")).toList());
                return json(body);
            }
        };
    }

    /// Puts other events into the chunks than the product meant to.
    static Mutant storing(BiFunction<Running, Chunk.StoredEvent, Chunk.StoredEvent> change) {
        return new Mutant() {
            private final Map<String, StoredChunk> made = new HashMap<>();

            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (call.at().equals(Positions.CHUNK)) {
                    return rest.answer(withItem(call, changed(running, stored(call))));
                }
                return !call.at().equals(Positions.SEND) ? rest.answer(call) : sendInstead(call, rest, message -> made
                        .getOrDefault(name(running, StoredChunk.ofMessage(message)), StoredChunk.ofMessage(message))
                        .message());
            }

            /// Attempts of one call are of the same bytes, and only what is of those bytes is ours.
            private String name(Running running, StoredChunk stored) {
                return running.number() + stored.key().name() + Arrays.hashCode(stored.body());
            }

            private StoredChunk changed(Running running, StoredChunk stored) {
                return made.computeIfAbsent(name(running, stored), key -> {
                    var chunk = stored.chunk();
                    var events = chunk.events().stream().map(event -> change.apply(running, event)).toList();
                    return new StoredChunk(stored.key(), stored.hash(), ChunkJson.write(new Chunk(chunk.app(),
                            chunk.batchId(), chunk.receivedAt(), chunk.door(), chunk.request(), chunk.sentAt(),
                            chunk.client(), chunk.processingMillis(), events)), stored.verdicts());
                });
            }
        };
    }

    static Mutant randomIds() {
        return storing((running, event) -> event.id().startsWith("evt_")
                ? withId(event, "evt_" + running.world().secrets().base62(12)) : event);
    }

    private static Chunk.StoredEvent withId(Chunk.StoredEvent event, String id) {
        return new Chunk.StoredEvent(event.position(), id, event.type(), event.at(), event.adjusted(),
                event.defaulted(),
                event.remarks(), event.json());
    }

    static Mutant scrubAfterThePut() {
        return storing((running, event) -> new Chunk.StoredEvent(event.position(), event.id(), event.type(), event.at(),
                event.adjusted(), event.defaulted(), event.remarks(), running.asSent(event.position())));
    }

    static Mutant everyFailedConditionIsALostRace() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                var reply = rest.answer(call);
                if (!call.at().equals(Positions.CHUNK) || reply.status() != 400) return reply;
                var old = Json.map(Json.object(reply.body()).get("Item"));
                var own = Json.map(Json.object(call.request().body()).get("Item"));
                return old.isEmpty() || !old.get("body").equals(own.get("body")) ? reply
                        : withOld(reply, somebodyElses(StoredChunk.of(Item.of(Attribute.toSdk(old)))));
            }
        };
    }

    private static StoredChunk somebodyElses(StoredChunk stored) {
        return new StoredChunk(stored.key(), "another hash", new byte[] {1, 1, 3, 0}, stored.verdicts());
    }

    static Mutant deletedAtOnce() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                var reply = rest.answer(call);
                if (call.at().equals(Positions.MANIFEST) && reply.status() == 200) {
                    for (var dropped : Json.<Map<String, Object>>list(Json.object(call.content()).get("dropped"))) {
                        running.world().delete((String) dropped.get("object"));
                    }
                }
                return reply;
            }
        };
    }

    static Mutant appFromTheBody() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (!call.at().equals(Positions.CHUNK)) return rest.answer(call);
                var stored = stored(call);
                var named = stored.chunk().events().stream().filter(event -> event.json().contains(Event.FOREIGN))
                        .findAny();
                return rest.answer(named.isEmpty() ? call : withItem(call, of(running.world().appId(1), stored)));
            }

            private StoredChunk of(AppId app, StoredChunk stored) {
                var key = stored.key();
                var chunk = stored.chunk();
                return new StoredChunk(new ChunkKey(app, key.received(), key.shard(), key.sk()), stored.hash(),
                        ChunkJson.write(
                                new Chunk(app, chunk.batchId(), chunk.receivedAt(), chunk.door(), chunk.request(),
                                        chunk.sentAt(), chunk.client(), chunk.processingMillis(), chunk.events())),
                        stored.verdicts());
            }
        };
    }

    /// The version it names is of one read of the manifest, the files of another.
    static Mutant manifestReadTwice() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                var first = rest.answer(call);
                if (!call.at().equals("INSIGHTS GetObject manifests") || first.status() != 200) return first;
                var second = rest.answer(call);
                if (second.status() != 200) return second;
                var mixed = new LinkedHashMap<>(Json.object(second.body()));
                mixed.put("version", Json.object(first.body()).get("version"));
                return new WireReply(200, Map.of("ETag", first.headers().get("ETag")), Json.bytes(mixed));
            }
        };
    }

    /// First a manifest with the new receipts, then one with the rows as well.
    static Mutant receiptsBeforeRows() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (!call.at().equals(Positions.MANIFEST)) return rest.answer(call);
                var whole = new LinkedHashMap<>(Json.object(call.content()));
                var first = rest
                        .answer(call.withContent(Json.bytes(receiptsOnly(whole, running.world().object(call.key())))));
                if (first.status() != 200) return first;
                whole.put("version", ((Number) whole.get("version")).longValue() + 1);
                var next = call.withContent(Json.bytes(whole));
                var http = next.request().http().toBuilder().removeHeader("If-None-Match")
                        .putHeader("If-Match", first.headers().get("ETag")).build();
                return rest.answer(next.with(new WireRequest(http, next.request().body())));
            }

            private Map<String, Object> receiptsOnly(Map<String, Object> whole, Optional<StoredObject> before) {
                var old =
                        before.map(object -> Json.map(Json.object(object.bytes()).get("partitions"))).orElse(Map.of());
                var partitions = new TreeMap<String, Object>();
                old.forEach((key, file) -> partitions.put(key, file));
                Json.map(whole.get("partitions")).forEach((key, file) -> {
                    if (key.startsWith("receipts/")) partitions.put(key, file);
                });
                var first = new LinkedHashMap<>(whole);
                first.put("partitions", partitions);
                return first;
            }
        };
    }

    /// What is accepted is counted up with every manifest, not counted in the lake.
    static Mutant ledgerByIncrements() {
        return new Mutant() {
            private final Map<Running, Map<String, Long>> read = new HashMap<>();
            private final Map<String, Long> counted = new HashMap<>();

            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (call.at().equals("INSIGHTS PutObject snapshots"))
                    return rest.answer(call.withContent(told(call.content())));
                if (call.at().equals(Positions.MANIFEST)) {
                    read.getOrDefault(running, Map.of()).forEach((hour, rows) -> counted.merge(hour, rows, Long::sum));
                }
                var reply = rest.answer(call);
                if (call.at().equals("COMPACT GetObject inbox") && reply.status() == 200) {
                    var rows = read.computeIfAbsent(running, key -> new HashMap<>());
                    Inboxes.rowsByHour(call.key(), reply.body())
                            .forEach((hour, count) -> rows.merge(hour, count, Long::sum));
                }
                return reply;
            }

            private byte[] told(byte[] snapshot) {
                var text = new String(snapshot, StandardCharsets.UTF_8);
                for (var entry : counted.entrySet()) {
                    var app = entry.getKey().split(" ")[0];
                    var hour = entry.getKey().split(" ")[1];
                    if (!text.contains("\"app\":\"" + app + "\"")) continue;
                    text = text.replaceFirst("(\"hour\":\"" + hour + "\",\"received\":)\\d+(,\"accepted\":)\\d+",
                            "$1" + entry.getValue() + "$2" + entry.getValue());
                }
                return text.getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    static String verdictsOf(StoredChunk stored) {
        return stored.verdicts().map(verdicts -> Hashes.shortSha256(verdicts.toJson())).orElse("");
    }
}

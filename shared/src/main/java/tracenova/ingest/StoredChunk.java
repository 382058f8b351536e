package tracenova.ingest;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tracenova.event.Json;
import tracenova.table.Item;
import tracenova.table.ItemKey.ChunkKey;

/// A chunk as the table holds it and as its message carries it: the same key, the same bytes.
///
/// @param hash the content hash of the whole request
/// @param verdicts of the whole request, in its first chunk only
public record StoredChunk(ChunkKey key, String hash, byte[] body, Optional<Verdicts> verdicts) {

    public static final Duration KEPT = Duration.ofDays(90);

    private static final int FORMAT = 1;

    /// The item of a chunk under this key.
    static StoredChunk of(ChunkKey key, String hash, Chunk chunk, Optional<Verdicts> verdicts) {
        return new StoredChunk(key, hash, ChunkJson.write(chunk, ChunkJson.Known.of(key, hash)), verdicts);
    }

    public Item item() {
        var item = Item.at(key)
                .with("hash", hash)
                .with("body", body)
                .expiring(key.received().start().plus(KEPT));
        verdicts.ifPresent(all -> item.with("verdicts", Packing.pack(all.toJson())));
        return item;
    }

    public static StoredChunk of(Item item) {
        return new StoredChunk(
                ChunkKey.parse(item.text("pk"), item.text("sk")),
                item.text("hash"),
                item.bytes("body"),
                item.optionalBytes("verdicts").map(Packing::unpack).map(Verdicts::parse));
    }

    /// The chunk in ASCII: nothing in it that a queue could refuse.
    public String message() {
        var message = new StringBuilder(body.length * 4 / 3 + 512)
                .append("{\"v\":").append(FORMAT)
                .append(",\"pk\":\"").append(quoted(key.pk()))
                .append("\",\"sk\":\"").append(quoted(key.sk()))
                .append("\",\"hash\":\"").append(hash);
        verdicts.ifPresent(all -> message.append("\",\"verdicts\":\"").append(base64(Packing.pack(all.toJson()))));
        return message.append("\",\"body\":\"").append(base64(body)).append("\"}").toString();
    }

    /// Reads [#message]; anything else is an `IllegalArgumentException`. The app is the key's, never the body's.
    public static StoredChunk ofMessage(String message) {
        if (!(Document.read(message) instanceof Document.Read)) {
            throw new IllegalArgumentException("a message that is no JSON");
        }
        var json = Json.of(message);
        if (!json.get("v").map(Json::text).orElse("").equals(String.valueOf(FORMAT))) {
            throw new IllegalArgumentException("message of another format");
        }
        try {
            return read(json);
        } catch (IndexOutOfBoundsException | DateTimeException e) {
            throw new IllegalArgumentException("not a chunk's message", e);
        }
    }

    private static StoredChunk read(Json json) {
        return new StoredChunk(
                ChunkKey.parse(text(json, "pk"), text(json, "sk")),
                text(json, "hash"),
                json.get("body").map(StoredChunk::bytes)
                        .orElseThrow(() -> new IllegalArgumentException("message without body")),
                json.get("verdicts").map(StoredChunk::bytes).map(Packing::unpack).map(Verdicts::parse));
    }

    public Chunk chunk() {
        var chunk = ChunkJson.read(body, ChunkJson.Known.of(key, hash));
        if (!chunk.app().equals(key.app())) {
            throw new IllegalArgumentException("a chunk of " + chunk.app() + " under a key of " + key.app());
        }
        return chunk;
    }

    private static String text(Json json, String name) {
        return json.get(name).filter(value -> value.is(Json.Kind.STRING)).map(Json::string)
                .orElseThrow(() -> new IllegalArgumentException("message without " + name));
    }

    private static byte[] bytes(Json base64) {
        return Base64.getDecoder().decode(base64.string());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    // Keys are printable ASCII (ItemKey escapes the rest), so only these two need a backslash.
    private static String quoted(String key) {
        return key.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

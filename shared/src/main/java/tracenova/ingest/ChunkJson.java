package tracenova.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tracenova.app.AppId;
import tracenova.event.EventType;
import tracenova.event.Json;
import tracenova.id.Hashes;
import tracenova.ingest.Chunk.Client;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.table.ItemKey.ChunkKey;

/// A chunk as the packed JSON that stands in the table and in its message. Names are short and events keep
/// their own text, digit for digit.
public final class ChunkJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ChunkJson() {}

    /// What an item's key and content hash say of its chunk already, and the body so need not: random text does
    /// not compress. The app stands in both, so that a message with another's key is noticed.
    record Known(String batchId, String request) {

        private static final Known NOTHING = new Known(null, null);

        static Known of(ChunkKey key, String hash) {
            return new Known(key.batch(), Hashes.shortSha256(key.batch(), hash));
        }
    }

    /// The bytes of an item's `body`, whatever its key.
    public static byte[] write(Chunk chunk) {
        return write(chunk, Known.NOTHING);
    }

    static byte[] write(Chunk chunk, Known known) {
        return Packing.pack(text(chunk, known));
    }

    /// Reads [#write] of this or an older version; anything else is an `IllegalArgumentException`.
    public static Chunk read(byte[] body) {
        return read(body, Known.NOTHING);
    }

    static Chunk read(byte[] body, Known known) {
        var text = Packing.unpack(body);
        try {
            return chunk(Json.of(text), known);
        } catch (IndexOutOfBoundsException | DateTimeException e) {
            throw new IllegalArgumentException("not a chunk", e);
        }
    }

    private static Chunk chunk(Json json, Known known) {
        var batchId = text(json, "batch_id", known.batchId);
        var events = new ArrayList<StoredEvent>();
        for (var event : required(json, "events").elements()) {
            events.add(event(batchId, event));
        }
        return new Chunk(
                new AppId(text(json, "app")),
                batchId,
                Instant.parse(text(json, "received_at")),
                text(json, "door"),
                text(json, "request", known.request),
                optional(json, "sent_at"),
                client(json),
                Double.parseDouble(required(json, "processing_ms").text()),
                events);
    }

    private static StoredEvent event(String batchId, Json json) {
        int position = Integer.parseInt(required(json, "p").text());
        var event = required(json, "e").text();
        var id = optional(json, "id");
        return new StoredEvent(
                position,
                id != null ? id : DerivedId.of(batchId, position, event),
                EventType.named(text(json, "type")).orElseThrow(() -> new IllegalArgumentException("unknown type")),
                Instant.parse(text(json, "at")),
                json.get("adjusted").isPresent(),
                json.get("defaulted").isPresent(),
                remarks(json),
                event);
    }

    private static List<String> remarks(Json json) {
        return json.get("remarks").map(list -> list.elements().stream().map(Json::string).toList()).orElse(List.of());
    }

    private static Client client(Json json) {
        return new Client(optional(json, "ip"), optional(json, "visitor"), optional(json, "browser"),
                optional(json, "os"), optional(json, "device"), optional(json, "country"));
    }

    private static String text(Json json, String name, String known) {
        return known != null && json.get(name).isEmpty() ? known : text(json, name);
    }

    private static String text(Json json, String name) {
        return required(json, name).string();
    }

    private static String optional(Json json, String name) {
        return json.get(name).map(Json::string).orElse(null);
    }

    private static Json required(Json json, String name) {
        return json.get(name).orElseThrow(() -> new IllegalArgumentException("chunk without " + name));
    }

    private static String text(Chunk chunk, Known known) {
        var text = new StringWriter(1_024);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("app", chunk.app().value());
            writeUnknown(json, "batch_id", chunk.batchId(), known.batchId);
            json.writeStringField("received_at", chunk.receivedAt().toString());
            json.writeStringField("door", chunk.door());
            writeUnknown(json, "request", chunk.request(), known.request);
            writeOptional(json, "sent_at", chunk.sentAt());
            write(json, chunk.client());
            json.writeNumberField("processing_ms", chunk.processingMillis());
            json.writeArrayFieldStart("events");
            for (var event : chunk.events()) {
                write(json, chunk.batchId(), event);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Client client) throws IOException {
        writeOptional(json, "ip", client.ipHash());
        writeOptional(json, "visitor", client.visitorId());
        writeOptional(json, "browser", client.browser());
        writeOptional(json, "os", client.os());
        writeOptional(json, "device", client.device());
        writeOptional(json, "country", client.country());
    }

    private static void writeUnknown(JsonGenerator json, String name, String value, String known) throws IOException {
        if (!value.equals(known)) {
            json.writeStringField(name, value);
        }
    }

    private static void writeOptional(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void write(JsonGenerator json, String batchId, StoredEvent event) throws IOException {
        json.writeStartObject();
        json.writeNumberField("p", event.position());
        // Random to a compressor, and half of what an event would cost: left out where reading derives the same.
        if (!event.id().equals(DerivedId.of(batchId, event.position(), event.json()))) {
            json.writeStringField("id", event.id());
        }
        json.writeStringField("type", event.type().toString());
        json.writeStringField("at", event.at().toString());
        if (event.adjusted()) {
            json.writeBooleanField("adjusted", true);
        }
        if (event.defaulted()) {
            json.writeBooleanField("defaulted", true);
        }
        if (!event.remarks().isEmpty()) {
            json.writeArrayFieldStart("remarks");
            for (var remark : event.remarks()) {
                json.writeString(remark);
            }
            json.writeEndArray();
        }
        json.writeFieldName("e");
        json.writeRawValue(event.json());
        json.writeEndObject();
    }
}

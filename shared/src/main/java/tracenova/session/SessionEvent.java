package tracenova.session;

import java.time.Instant;
import java.util.Optional;
import tracenova.event.EventType;
import tracenova.event.Json;
import tracenova.ingest.Chunk.StoredEvent;

/// An event of a session: as it was stored, and the row that the lake has of it.
public record SessionEvent(StoredEvent stored, Json row) {

    public EventType type() {
        return stored.type();
    }

    public String id() {
        return text("event_id").orElseThrow();
    }

    public Instant at() {
        return stored.at();
    }

    public Instant receivedAt() {
        return Instant.parse(text("received_at").orElseThrow());
    }

    /// What a column of the row holds, numbers as their digits.
    public Optional<String> text(String column) {
        return row.get(column).map(value -> value.is(Json.Kind.STRING) ? value.string() : value.text());
    }
}

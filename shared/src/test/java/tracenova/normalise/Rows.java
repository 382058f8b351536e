package tracenova.normalise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracenova.app.AppId;
import tracenova.event.Door;
import tracenova.event.EventView;
import tracenova.event.Json;
import tracenova.event.Reading;
import tracenova.ingest.Chunk;
import tracenova.ingest.Chunk.Client;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.ingest.Verdicts;
import tracenova.table.Hour;
import tracenova.table.ItemKey.ChunkKey;

/// Chunks as ingest makes them of a body, and what becomes of them.
final class Rows {

    static final Instant RECEIVED = Instant.parse("2026-01-31T12:00:00.250Z");
    static final Client CLIENT = new Client("ip-hash", "visitor_derived", "Safari", "iOS", "mobile", "DE");
    static final ChunkKey KEY =
            new ChunkKey(new AppId("shop"), Hour.of(RECEIVED), 3, "sess_8f14e45f#batch-1#0");

    private Rows() {}

    /// The rows of a body sent to a path, without the receipt.
    static List<String> linesOf(String path, String body) {
        var lines = Normaliser.lines(KEY, chunk(path, body), Optional.empty());
        return lines.subList(0, lines.size() - 1);
    }

    /// The only row of an event sent to a path.
    static Json of(String path, String event) {
        return Json.of(linesOf(path, event).getFirst());
    }

    /// A column of a row, as text; empty if missing.
    static String column(Json row, String name) {
        return row.get(name).map(value -> value.is(Json.Kind.STRING) ? value.string() : value.text()).orElse("");
    }

    static Json data(Json row) {
        return Json.of(row.get("data").orElseThrow().string());
    }

    static Chunk chunk(String path, String body) {
        var json = Json.of(body);
        var sent = json.get("events").map(Json::elements).orElse(List.of(json));
        var stored = new ArrayList<StoredEvent>();
        for (int i = 0; i < sent.size(); i++) {
            for (var view : views(path, sent.get(i))) {
                stored.add(stored(i, view, List.of()));
            }
        }
        return chunk(path, stored);
    }

    static Chunk chunk(String path, List<StoredEvent> events) {
        return new Chunk(new AppId("shop"), "batch-1", RECEIVED, path, "request-1", null, CLIENT, 1.5, events);
    }

    static StoredEvent stored(int position, EventView view, List<String> remarks) {
        var id = view.eventId().orElse("evt_" + position) + view.idSuffix();
        return new StoredEvent(position, id, view.type(), view.time().orElse(RECEIVED), false,
                view.time().isEmpty(), remarks, view.event().text());
    }

    static List<EventView> views(String path, Json event) {
        return switch (Door.at(path).orElseThrow().read(event)) {
            case Reading.Read(var events) -> events;
            case Reading.Rejected(var violations) -> throw new AssertionError(violations + " in " + event);
        };
    }

    /// A receipt of three positions.
    static String receipt(Optional<Verdicts> verdicts) {
        return Normaliser.lines(KEY, chunk("/api/v1/track", "{\"type\":\"x\"}"), verdicts).getLast();
    }
}

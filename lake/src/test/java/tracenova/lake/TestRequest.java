package tracenova.lake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import io.micronaut.json.JsonMapper;
import tracenova.table.Hour;

/// One request as collect writes it to the inbox: a chunk per session with its rows and receipt, the first chunk
/// being that of the first event (or of the first rejection).
public final class TestRequest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final String app;
    private final String batch;
    private final Instant received;
    private final Map<String, List<Map<String, Object>>> chunks = new LinkedHashMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private int positions;
    private int duplicates;

    private TestRequest(String app, String batch, Instant received) {
        this.app = app;
        this.batch = batch;
        this.received = received;
    }

    public static TestRequest of(String app, String batch, Instant received) {
        return new TestRequest(app, batch, received);
    }

    /// One more event, stored in the chunk of its session. `columns` are names and values in turn.
    public TestRequest event(String id, String type, Instant at, String session, Object... columns) {
        var row = new TreeMap<String, Object>(Map.of(
                "kind", "row", "class", isKeptLonger(type) ? "errors" : "activity", "event_id", id, "type", type,
                "occurred_at", at.toString(), "received_at", received.toString(), "app_id", app, "batch_id", batch,
                "position", positions++));
        if (!session.equals("-")) row.put("session_id", session);
        for (int i = 0; i < columns.length; i += 2) row.put((String) columns[i], columns[i + 1]);
        row.put("chunk", chunkOf(session));
        chunks.get(session).add(row);
        return this;
    }

    public TestRequest rejected(String reason) {
        if (chunks.isEmpty()) chunkOf("-");
        positions++;
        rejected.merge(reason, 1L, Long::sum);
        return this;
    }

    /// An event that repeats an id of this request: answered as duplicate, not stored.
    public TestRequest repeated() {
        positions++;
        duplicates++;
        return this;
    }

    private static boolean isKeptLonger(String type) {
        return List.of("error", "crash", "api_error", "db_error", "alert").contains(type);
    }

    private String chunkOf(String session) {
        var part = chunks.containsKey(session) ? List.copyOf(chunks.keySet()).indexOf(session) : chunks.size();
        chunks.computeIfAbsent(session, _ -> new ArrayList<>());
        return Hour.of(received) + "#" + Math.floorMod(session.hashCode(), 8) + "/" + session + "#" + batch + "#"
                + (part == 0 ? "0" : part + "#content");
    }

    /// The lines of all chunks but those of these sessions.
    public String linesWithout(String... sessions) {
        var wanted = new LinkedHashSet<>(chunks.keySet());
        wanted.removeAll(List.of(sessions));
        var lines = new StringBuilder();
        for (var session : wanted) {
            for (var row : chunks.get(session)) lines.append(json(row)).append('\n');
            lines.append(json(receipt(session))).append('\n');
        }
        return lines.toString();
    }

    public String lines() {
        return linesWithout();
    }

    private Map<String, Object> receipt(String session) {
        var first = chunks.keySet().iterator().next().equals(session);
        var receipt = new TreeMap<String, Object>(Map.of(
                "kind", "receipt", "chunk", chunkOf(session), "received_at", received.toString(),
                "received_hour", Hour.of(received).toString(), "request", batch + "-content", "batch_id", batch,
                "n", chunks.get(session).size(), "first", first));
        if (first) {
            receipt.putAll(Map.of("positions", positions, "duplicates", duplicates,
                    "stored", chunks.values().stream().mapToInt(List::size).sum()));
            if (!rejected.isEmpty()) receipt.put("rejected", json(rejected));
        }
        return receipt;
    }

    /// These lines as the bytes of an inbox object.
    public static byte[] gzip(String lines) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

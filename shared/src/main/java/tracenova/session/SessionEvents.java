package tracenova.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import tracenova.app.AppId;
import tracenova.event.Json;
import tracenova.ingest.StoredChunk;
import tracenova.normalise.Normaliser;
import tracenova.table.Hour;
import tracenova.table.ItemKey;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.ItemKey.SessionHourKey;
import tracenova.table.Table;

/// Reads a session straight from the table: the hours it is known to have lived in and, because the index may lag,
/// always the current and the previous one. What was accepted is there at once.
@Singleton
public class SessionEvents {

    /// Of a session that lives longer, the last ones.
    private static final int HOURS = 72;

    private static final Comparator<SessionEvent> RECEIVED = Comparator.comparing(SessionEvent::receivedAt)
            .thenComparing(event -> event.text("chunk").orElseThrow())
            .thenComparing(event -> event.stored().position());
    private static final Comparator<SessionEvent> HAPPENED =
            Comparator.comparing(SessionEvent::at).thenComparing(SessionEvent::id);

    private final Table table;
    private final InstantSource clock;

    public SessionEvents(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// Each event once, as in the lake, in the order they happened in.
    public List<SessionEvent> of(AppId app, String session) {
        var winners = new HashMap<List<Object>, SessionEvent>();
        for (var hour : hours(app, session)) {
            chunks(app, session, hour).flatMap(chunk -> events(chunk, session)).forEach(event -> winners.merge(
                    List.of(event.type().retention(), Hour.of(event.at()), event.id()), event,
                    (one, other) -> RECEIVED.compare(one, other) <= 0 ? one : other));
        }
        return sorted(winners.values());
    }

    private static List<SessionEvent> sorted(Collection<SessionEvent> events) {
        return events.stream().sorted(HAPPENED).toList();
    }

    private Collection<Hour> hours(AppId app, String session) {
        var now = clock.instant();
        var hours = new TreeSet<Hour>();
        var pk = new SessionHourKey(app, session, Hour.of(now), "", "").pk();
        for (var item : table.query(pk, "H#", "sk")) {
            hours.add(Hour.parse(item.text("sk").split("#", 3)[1]));
        }
        hours.removeIf(hour -> isOver(hour, now));
        hours.add(Hour.of(now));
        hours.add(Hour.of(now).previous());
        return new ArrayList<>(hours.descendingSet()).subList(0, Math.min(HOURS, hours.size()));
    }

    // The table drops what has expired when it likes.
    private static boolean isOver(Hour hour, Instant now) {
        return !now.isBefore(hour.start().plus(StoredChunk.KEPT));
    }

    /// Those of its own, and those of many sessions in its shard.
    private Stream<StoredChunk> chunks(AppId app, String session, Hour hour) {
        var own = ItemKey.escaped(session);
        var pk = ChunkKey.pk(app, hour, ChunkKey.shardOf(own));
        return Stream.of(own, ItemKey.MANY_SESSIONS).flatMap(part -> table.query(pk, part + "#").stream())
                .map(StoredChunk::of);
    }

    private static Stream<SessionEvent> events(StoredChunk stored, String session) {
        var chunk = stored.chunk();
        var rows = Normaliser.lines(stored.key(), chunk, stored.verdicts());
        var events = new ArrayList<SessionEvent>();
        for (int i = 0; i < chunk.events().size(); i++) {
            events.add(new SessionEvent(chunk.events().get(i), Json.of(rows.get(i))));
        }
        return events.stream().filter(event -> event.text("session_id").filter(session::equals).isPresent());
    }
}

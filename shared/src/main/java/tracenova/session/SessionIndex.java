package tracenova.session;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import tracenova.event.Door;
import tracenova.event.Json;
import tracenova.ingest.Chunk;
import tracenova.ingest.StoredChunk;
import tracenova.table.Hour;
import tracenova.table.Item;
import tracenova.table.ItemKey;
import tracenova.table.ItemKey.SessionHourKey;
import tracenova.table.ItemKey.UserSessionKey;
import tracenova.table.Table;

/// Says which hours a session lived in and which sessions a user had. An item is its key alone, so writing it
/// again changes nothing, and what this sandbox has written it does not write again.
@Singleton
public class SessionIndex {

    private static final int REMEMBERED = 10_000;

    private final Table table;
    private final Map<ItemKey, Boolean> written = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ItemKey, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SessionIndex(Table table) {
        this.table = table;
    }

    /// Puts the items of a chunk that are not known to be there. Throws the SDK's exceptions.
    public void record(ItemKey.ChunkKey key, Chunk chunk) {
        record(key, chunk, () -> limits -> {});
    }

    /// The same, each put within limits of its own.
    public synchronized void record(ItemKey.ChunkKey key, Chunk chunk,
            Supplier<Consumer<AwsRequestOverrideConfiguration.Builder>> limits) {
        for (var item : items(key.received(), chunk)) {
            if (!written.containsKey(item)) {
                table.put(Item.at(item).expiring(key.received().start().plus(StoredChunk.KEPT)), limits.get());
                written.put(item, true);
            }
        }
    }

    /// The keys of all index items of a chunk: a pure function of it.
    public static Set<ItemKey> items(Hour received, Chunk chunk) {
        var door = Door.at(chunk.door())
                .orElseThrow(() -> new IllegalArgumentException("a chunk from an unknown door: " + chunk.door()));
        var items = new LinkedHashSet<ItemKey>();
        for (var event : chunk.events()) {
            var view = door.view(event.type(), Json.of(event.json()));
            view.sessionId().ifPresent(session -> {
                var user = view.userId().orElse("");
                var visitor = view.visitorId().orElse(chunk.client().visitorId());
                items.add(new SessionHourKey(chunk.app(), session, received, user, visitor));
                view.userId().ifPresent(id -> items.add(new UserSessionKey(chunk.app(), id, session)));
            });
        }
        return items;
    }
}

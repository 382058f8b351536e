package tracenova.app;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tracenova.table.ItemKey.KeyLookupKey;
import tracenova.table.Table;

/// Finds the entry of a key with at most one read; remembers it for 30 seconds, and that it is unknown for 10.
@Singleton
public class KeyLookup {

    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final Duration UNKNOWN = Duration.ofSeconds(10);
    private static final int ENTRIES = 1_000;

    private final Table table;
    private final InstantSource clock;
    private final Map<String, Remembered> cache = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > ENTRIES;
        }
    };

    private record Remembered(Optional<KeyEntry> entry, Instant until) {}

    public KeyLookup(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The entry, if the key is known and live. Throws the SDK's exceptions: no stale entry is ever used.
    public Optional<KeyEntry> find(ApiKey key) {
        var now = clock.instant();
        var hash = key.hash();
        var remembered = recall(hash);
        if (remembered == null || !now.isBefore(remembered.until)) {
            var entry = table.get(new KeyLookupKey(hash)).map(AppItems::entry);
            remembered = new Remembered(entry, now.plus(entry.isPresent() ? KNOWN : UNKNOWN));
            remember(hash, remembered);
        }
        return remembered.entry.filter(entry -> entry.isLive(now));
    }

    private synchronized Remembered recall(String hash) {
        return cache.get(hash);
    }

    private synchronized void remember(String hash, Remembered remembered) {
        cache.put(hash, remembered);
    }
}

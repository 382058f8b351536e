package tracenova.testkit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.ingest.StoredChunk;
import tracenova.table.Item;

/// What requests left behind in the table and in the queue; tallies of refusals and first receipts aside.
public record Stored(Map<String, Item> byKey, List<QueuedMessage> queued) {

    static Stored in(FakeAws aws) {
        var items = new TreeMap<String, Item>();
        for (var attributes : aws.items(TestContext.TABLE)) {
            var key = attributes.get("pk").s() + "\n" + attributes.get("sk").s();
            if (!key.contains("#refused\n") && !key.endsWith("\nFIRST")) {
                items.put(key, Item.of(new HashMap<>(attributes)));
            }
        }
        return new Stored(items, aws.messages(TestContext.QUEUE));
    }

    /// What was not there before.
    public Stored since(Stored before) {
        var added = new TreeMap<>(byKey);
        added.keySet().removeAll(before.byKey.keySet());
        return new Stored(added, queued.subList(before.queued.size(), queued.size()));
    }

    public List<Item> items() {
        return List.copyOf(byKey.values());
    }

    /// In the order of their keys.
    public List<StoredChunk> chunks() {
        return byKey.values().stream().filter(item -> item.optionalText("hash").isPresent()
                && item.attributes().containsKey("body")).map(StoredChunk::of).toList();
    }

    /// In the order of their positions.
    public List<StoredEvent> events() {
        return chunks().stream().flatMap(chunk -> chunk.chunk().events().stream())
                .sorted(Comparator.comparingInt(StoredEvent::position)).toList();
    }

    public List<StoredChunk> messages() {
        return queued.stream().map(message -> StoredChunk.ofMessage(message.body())).toList();
    }
}

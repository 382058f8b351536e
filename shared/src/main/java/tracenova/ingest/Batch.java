package tracenova.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tracenova.app.AppId;
import tracenova.event.EventView;
import tracenova.id.Hashes;

/// The events of one request with their identity fixed and each judged; a pure function of the request, the
/// app's configuration and the received time.
///
/// @param named whether the client gave the batch its id, so that it can be sent again
/// @param hash the content hash: of what the client sent and nothing else
record Batch(AppId app, String door, String id, boolean named, String hash, String sentAt, Instant receivedAt,
        List<Incoming> events) {

    /// One event of the request.
    ///
    /// @param text the event as sent
    /// @param id the client's event id or the derived one
    /// @param session as it stands in keys, [tracenova.table.ItemKey#NO_SESSION] where there is none
    /// @param views what the event stands for: usually one, for a session sent whole two, for no object none
    record Incoming(int position, String text, String id, String session, List<EventView> views,
            Judgement judgement) {}

    /// What this attempt thinks of an event; the verdicts of the first attempt decide.
    sealed interface Judgement {}

    record Passes() implements Judgement {}

    record Repeats() implements Judgement {}

    /// The first of what is wrong is the verdict.
    record Fails(List<Verdicts.Rejection> wrong) implements Judgement {}

    /// What all chunks, the first receipt and the ledger know the request by.
    String request() {
        return Hashes.shortSha256(id, hash);
    }

    /// How many events there are beyond one per position, among those that pass.
    private int extra() {
        return events.stream().filter(event -> event.judgement instanceof Passes)
                .mapToInt(event -> event.views.size() - 1).sum();
    }

    Verdicts verdicts() {
        var repeats = new TreeSet<Integer>();
        Map<Integer, Verdicts.Rejection> rejected = new LinkedHashMap<>();
        for (var event : events) {
            switch (event.judgement) {
                case Passes() -> {}
                case Repeats() -> repeats.add(event.position);
                case Fails(var wrong) -> rejected.put(event.position, wrong.getFirst());
            }
        }
        return new Verdicts(events.size(), extra(), repeats, rejected);
    }
}

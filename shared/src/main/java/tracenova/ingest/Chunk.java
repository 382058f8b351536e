package tracenova.ingest;

import java.time.Instant;
import java.util.List;
import tracenova.app.AppId;
import tracenova.event.EventType;

/// The events of one session (or, beyond 8 sessions, of one shard) in one request, as stored: each event as
/// sent, scrubbed, and beside it only what ingest alone can know.
///
/// @param door the path the request came through; with the event it decides columns again, later
/// @param request what all chunks of one request share: a hash of batch id and content
/// @param sentAt the request's `sent_at` as text, or `null`
/// @param processingMillis from receipt until the chunk was ready to be written
public record Chunk(AppId app, String batchId, Instant receivedAt, String door, String request, String sentAt,
        Client client, double processingMillis, List<StoredEvent> events) {

    /// What is kept of the client: neither its address nor its whole user agent. Any part may be `null`.
    ///
    /// @param visitorId for events that name no visitor; new every day
    public record Client(String ipHash, String visitorId, String browser, String os, String device, String country) {}

    /// One event.
    ///
    /// @param at the settled time
    /// @param adjusted whether the time as sent lay outside the window, so that `at` is the received time
    /// @param defaulted whether no time was sent
    /// @param json the event as sent, scrubbed
    public record StoredEvent(int position, String id, EventType type, Instant at, boolean adjusted,
            boolean defaulted, List<String> remarks, String json) {
        public StoredEvent {
            remarks = List.copyOf(remarks);
        }
    }

    public Chunk {
        events = List.copyOf(events);
    }
}

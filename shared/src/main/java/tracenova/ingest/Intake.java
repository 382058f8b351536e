package tracenova.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tracenova.app.KeyEntry;
import tracenova.event.Json;

/// A request on its way through the steps of [Ingest]: each step adds what it found out.
final class Intake {

    final IngestRequest request;
    final Deadline deadline;
    final Instant receivedAt;

    /// The credential, once it is known to be live.
    KeyEntry key;

    /// The body as text, decoded and decompressed.
    String text;

    Document document;

    /// The events as sent, `api_key`, `batch_id` and `sent_at` of a single one left out.
    List<Sent> sent;

    /// The batch id as sent.
    Optional<String> batchId;

    /// The request's `sent_at`, or `null`.
    String sentAt;

    Batch batch;

    /// One event as sent. `pointer` leads to it from the root of the body.
    record Sent(int position, String text, Json json, String pointer) {

        static Sent of(int position, String text, String pointer) {
            return new Sent(position, text, Json.of(text), pointer);
        }

        boolean isObject() {
            return json.is(Json.Kind.OBJECT);
        }
    }

    Intake(IngestRequest request, Instant receivedAt, Deadline deadline) {
        this.request = request;
        this.receivedAt = receivedAt;
        this.deadline = deadline;
    }
}

package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tracenova.app.ApiKey;
import tracenova.app.AppId;
import tracenova.app.KeyEntry;
import tracenova.app.Switches;
import tracenova.id.Secrets;
import tracenova.scrub.Scrubber;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.Hour;

/// Goes through the work of a request before a snapshot is taken of the sandbox, so that its classes are there
/// afterwards. Reads one key that does not exist; writes nothing, and keeps nothing random.
@Singleton
public class Rehearsal {

    private static final String EVENT = """
            {"events":[{"type":"page_view","session_id":"s","user_id":"u","url":"https://shop.example/?q=1",\
            "occurred_at":"2026-01-31T12:00:00.000+01:00","payload":{"path":"/","title":"Home","n":1.5}}]}""";

    private final Ingest ingest;
    private final RequestSteps requests;
    private final DocumentSteps documents;
    private final EventSteps events;
    private final InstantSource clock;
    private final Secrets secrets;

    Rehearsal(Ingest ingest, RequestSteps requests, DocumentSteps documents, EventSteps events, InstantSource clock,
            Secrets secrets) {
        this.ingest = ingest;
        this.requests = requests;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
        this.secrets = secrets;
    }

    public void run() {
        ingest.accept(request(ApiKey.random(secrets).text()));
        var received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var intake = new Intake(request(""), received, Deadline.from(received, clock));
        intake.key = new KeyEntry(new AppId("rehearsal"), "", "", false, Optional.empty(), Switches.ALL_ON, List.of(),
                new byte[32]);
        List.<Step>of(requests::rejectOtherMedia, requests::rejectOtherCodings, requests::decode,
                documents::readDocument, documents::splitEvents, documents::readBesideEvents,
                events::judgeEvents)
                .forEach(step -> step.take(intake));
        pack(intake, received);
    }

    private static IngestRequest request(String key) {
        return new IngestRequest("POST", "/api/v1/track/batch",
                Map.of("content-type", "application/json", "x-api-key", key), "203.0.113.1", EVENT, false);
    }

    private static void pack(Intake intake, Instant received) {
        var event = Cut.of(intake.batch).getFirst().events().getFirst();
        var scrubbed = new Scrubber().scrub(event.text(), event.views().getFirst().type().toString(), false,
                Scrubbing.context(intake.key, "203.0.113.1", ip -> ip));
        var settled = new Times(received).settle(event.views().getFirst());
        var stored = new Chunk.StoredEvent(0, event.id(), event.views().getFirst().type(), settled.at(), false, false,
                List.of(), scrubbed.json());
        var chunk = new Chunk(intake.batch.app(), "b", received, intake.batch.door(), intake.batch.request(), null,
                new Chunk.Client(null, null, null, null, null, null), 0, List.of(stored));
        var key = ChunkKey.first(chunk.app(), Hour.of(received), 0, event.session(), "b");
        StoredChunk.ofMessage(StoredChunk.of(key, intake.batch.hash(), chunk, Optional.of(intake.batch.verdicts()))
                .message()).chunk();
    }
}

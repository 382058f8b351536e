package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracenova.event.EventView;
import tracenova.event.Retention;
import tracenova.id.Hashes;
import tracenova.ingest.Batch.Incoming;
import tracenova.ingest.Chunk.Client;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.event.UserAgents;
import tracenova.scrub.ScrubContext;
import tracenova.scrub.Scrubber;
import tracenova.scrub.Scrubbed;
import tracenova.table.ItemKey.ChunkKey;

/// Makes the chunks of a request: events scrubbed and with settled times, and of the client only hashes.
@Singleton
class ChunkMaker {

    private final Scrubber scrubber = new Scrubber();
    private final InstantSource clock;
    private final Salts salts;
    private final Log log;

    ChunkMaker(InstantSource clock, Salts salts, Log log) {
        this.clock = clock;
        this.salts = salts;
        this.log = log;
    }

    /// Ready to make the chunks of one request. Throws where the day's salt is unknown.
    Making of(Intake intake, Times times) {
        var salt = salts.of(intake.receivedAt, intake.deadline);
        var address = intake.request.sourceIp();
        var scrubbing = Scrubbing.context(intake.key, address, ip -> Hashes.shortSha256(salt, ip));
        return new Making(intake.batch, times, client(intake, salt, address), scrubbing);
    }

    private static Client client(Intake intake, String salt, String address) {
        var agent = intake.request.header("user-agent").orElse("");
        var family = UserAgents.parse(agent);
        return new Client(
                Hashes.shortSha256(salt, address),
                "visitor_" + Hashes.shortSha256(salt, intake.key.app().value(), address, agent),
                family.browser(), family.os(), family.device(),
                country(intake.request));
    }

    /// Whoever calls us directly may put anything into the header, so only what can be a country is taken.
    private static String country(IngestRequest request) {
        return request.header("cloudfront-viewer-country")
                .filter(code -> code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z'))
                .orElse(null);
    }

    /// The chunks of one request.
    final class Making {

        private final Batch batch;
        private final Times times;
        private final Client client;
        private final ScrubContext scrubbing;

        private Making(Batch batch, Times times, Client client, ScrubContext scrubbing) {
            this.batch = batch;
            this.times = times;
            this.client = client;
            this.scrubbing = scrubbing;
        }

        /// The first chunk carries the verdicts, even if it holds no event.
        StoredChunk first(Cut cut, Verdicts verdicts) {
            return stored(cut.key(), events(cut, verdicts), Optional.of(verdicts));
        }

        /// A later chunk, unless none of its events is to be stored.
        Optional<StoredChunk> later(Cut cut, Verdicts verdicts) {
            var events = events(cut, verdicts);
            return events.isEmpty() ? Optional.empty()
                    : Optional.of(stored(cut.key(), events, Optional.empty()));
        }

        private StoredChunk stored(ChunkKey key, List<StoredEvent> events, Optional<Verdicts> verdicts) {
            var chunk = new Chunk(batch.app(), batch.id(), batch.receivedAt(), batch.door(), batch.request(),
                    batch.sentAt(), client, Storing.millisSince(batch.receivedAt(), clock), events);
            return StoredChunk.of(key, batch.hash(), chunk, verdicts);
        }

        private List<StoredEvent> events(Cut cut, Verdicts verdicts) {
            var events = new ArrayList<StoredEvent>(cut.events().size());
            for (var event : cut.events()) {
                if (verdicts.isStored(event.position())) {
                    event.views().forEach(view -> events.add(event(event, view)));
                }
            }
            return events;
        }

        private StoredEvent event(Incoming incoming, EventView view) {
            var settled = times.settle(view);
            var type = view.type();
            var scrubbed = scrubber.scrub(
                    incoming.text(), type.toString(), type.retention() == Retention.ERRORS, scrubbing);
            return new StoredEvent(incoming.position(), incoming.id() + view.idSuffix(), type, settled.at(),
                    settled.adjusted(),
                    settled.defaulted(), remarks(scrubbed, view), scrubbed.json());
        }

        private List<String> remarks(Scrubbed scrubbed, EventView view) {
            var remarks = new ArrayList<String>(2);
            if (!batch.named() && view.eventId().isEmpty()) {
                remarks.add("not_idempotent");
            }
            if (scrubbed.masked()) {
                remarks.add("masked");
            }
            if (scrubbed.repaired()) {
                remarks.add("repaired");
            }
            if (scrubbed.failed()) {
                remarks.add("scrub_failed");
                log.count(Metric.SCRUB_FAILED);
            }
            return remarks;
        }
    }
}

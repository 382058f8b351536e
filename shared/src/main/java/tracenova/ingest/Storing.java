package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tracenova.ingest.Answer.Layers;
import tracenova.ingest.Answer.Refused;
import tracenova.ingest.Answer.Stored;
import tracenova.ingest.Outcome.Accepted;
import tracenova.ingest.Outcome.Duplicate;
import tracenova.ingest.Outcome.Rejected;

/// The writes of a request: first receipt where its times may be ours, the first chunk alone, the other chunks,
/// then the queue. Once the chunks are in the table nothing changes the answer any more.
@Singleton
class Storing {

    private final ChunkStore chunks;
    private final ChunkSender sender;
    private final FirstReceipts receipts;
    private final ChunkMaker maker;
    private final InlineLayers inline;
    private final InstantSource clock;

    Storing(ChunkStore chunks, ChunkSender sender, FirstReceipts receipts, ChunkMaker maker, InlineLayers inline,
            InstantSource clock) {
        this.chunks = chunks;
        this.sender = sender;
        this.receipts = receipts;
        this.maker = maker;
        this.inline = inline;
        this.clock = clock;
    }

    /// Throws the SDK's exceptions while it is not known that all chunks are in the table.
    Answer store(Intake intake) {
        var batch = intake.batch;
        var times = new Times(firstReceived(intake));
        var cuts = Cut.of(batch);
        var making = maker.of(intake, times);
        var verdicts = batch.verdicts();
        var first = chunks.put(making.first(cuts.getFirst(), verdicts), intake.deadline);
        if (!first.stored().hash().equals(batch.hash())) {
            return new Refused(Problem.of(ProblemType.CONFLICT,
                    "this batch id came before with other content; a corrected batch takes a new one"));
        }
        // What the first attempt decided holds for every later one.
        var decided = first.stored().verdicts().orElse(verdicts);
        var stored = new ArrayList<StoredChunk>(cuts.size());
        Set<Integer> duplicates = new HashSet<>();
        note(first, cuts.getFirst(), stored, duplicates);
        for (var cut : cuts.subList(1, cuts.size())) {
            making.later(cut, decided)
                    .ifPresent(chunk -> note(chunks.put(chunk, intake.deadline), cut, stored, duplicates));
        }
        var layers = sendAndIndex(intake, stored);
        return new Stored(batch.id(), batch.receivedAt(), outcomes(batch, decided, duplicates), layers);
    }

    private Layers sendAndIndex(Intake intake, List<StoredChunk> stored) {
        sender.send(stored, intake.deadline);
        return inline.appliesTo(intake) ? inline.run(stored, intake.deadline) : Layers.QUEUED;
    }

    private static void note(ChunkStore.Put put, Cut cut, List<StoredChunk> stored, Set<Integer> duplicates) {
        stored.add(put.stored());
        if (put.before()) {
            cut.events().forEach(event -> duplicates.add(event.position()));
        }
    }

    private Instant firstReceived(Intake intake) {
        return receipts.isNeeded(intake.batch) ? receipts.settle(intake) : intake.receivedAt;
    }

    private static List<Outcome> outcomes(Batch batch, Verdicts decided, Set<Integer> duplicates) {
        var outcomes = new ArrayList<Outcome>(batch.events().size());
        for (var event : batch.events()) {
            var rejection = decided.rejection(event.position());
            outcomes.add(rejection.isPresent() ? rejected(event, rejection)
                    : decided.isStored(event.position()) && !duplicates.contains(event.position())
                            ? new Accepted(event.position(), event.id())
                            : new Duplicate(event.position(), event.id()));
        }
        return outcomes;
    }

    private static Outcome rejected(Batch.Incoming event, Optional<Verdicts.Rejection> rejection) {
        var why = rejection.get();
        return new Rejected(event.position(), event.id(), why.code(), why.pointer(), why.detail());
    }

    /// From receipt until now.
    static double millisSince(Instant received, InstantSource clock) {
        return Math.max(0, Duration.between(received, clock.instant()).toNanos() / 1_000 / 1_000.0);
    }
}

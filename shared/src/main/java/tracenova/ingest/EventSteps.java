package tracenova.ingest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tracenova.app.KeyEntry;
import tracenova.event.Code;
import tracenova.event.Door;
import tracenova.event.EventType;
import tracenova.event.EventView;
import tracenova.event.Limits;
import tracenova.event.Reading;
import tracenova.event.Violation;
import tracenova.id.Hashes;
import tracenova.id.Secrets;
import tracenova.ingest.Batch.Fails;
import tracenova.ingest.Batch.Incoming;
import tracenova.ingest.Batch.Judgement;
import tracenova.ingest.Batch.Passes;
import tracenova.ingest.Batch.Repeats;
import tracenova.ingest.Intake.Sent;
import tracenova.ingest.Problem.EventError;
import tracenova.ingest.Verdicts.Rejection;
import tracenova.table.ItemKey;

/// The steps that fix the identity of a batch and its events and judge each event, without any I/O but the
/// look at the funnels.
@Singleton
class EventSteps {

    private static final int RANDOM_ID = 22;

    private final FunnelLookup funnels;
    private final Secrets secrets;

    EventSteps(FunnelLookup funnels, Secrets secrets) {
        this.funnels = funnels;
        this.secrets = secrets;
    }

    /// Identity first, then the judgement: no verdict ever moves an id.
    Optional<Problem> judgeEvents(Intake intake) {
        var door = Door.at(intake.request.path()).orElseThrow();
        var asSent = intake.sent.stream()
                .map(sent -> sent.isObject() ? Optional.of(door.asSent(sent.json())) : Optional.<EventView>empty())
                .toList();
        var named = intake.batchId.or(() -> ofEventIds(asSent));
        var batchId = maskedId(intake.key, named.orElseGet(() -> secrets.base62(RANDOM_ID)));
        var events = new ArrayList<Incoming>(intake.sent.size());
        var judge = new Judge(intake, door, batchId);
        for (var sent : intake.sent) {
            events.add(judge.incoming(sent, asSent.get(sent.position())));
        }
        intake.batch = new Batch(intake.key.app(), door.path(), batchId, named.isPresent(), contentHash(intake),
                intake.sentAt, intake.receivedAt, events);
        return Optional.empty();
    }

    /// 422 unless one event passes.
    Optional<Problem> rejectWhenNothingPasses(Intake intake) {
        var verdicts = intake.batch.verdicts();
        if (verdicts.stored() > 0) {
            return Optional.empty();
        }
        var errors = intake.batch.events().stream()
                .flatMap(event -> event.judgement() instanceof Fails(var wrong) ? errors(event, wrong) : Stream.empty())
                .toList();
        var detail = "%d of %d events refused".formatted(verdicts.rejected().size(), verdicts.positions());
        return Optional.of(new Problem(ProblemType.VALIDATION_FAILED, detail, errors, Map.of()));
    }

    private static Stream<EventError> errors(Incoming event, List<Rejection> wrong) {
        return wrong.stream().map(one -> new EventError(
                event.position(), one.pointer(), one.code().toString(), one.detail()));
    }

    /// The hash of the event ids, when every event has one; a single event's own id.
    private static Optional<String> ofEventIds(List<Optional<EventView>> events) {
        var ids = events.stream().flatMap(Optional::stream).flatMap(event -> event.eventId().stream()).toList();
        if (ids.size() < events.size()) {
            return Optional.empty();
        }
        return Optional.of(ids.size() == 1 ? ids.getFirst() : Hashes.shortSha256(ids.toArray(String[]::new)));
    }

    /// One hash over all that the client sent: never over what we made of it.
    private static String contentHash(Intake intake) {
        return Hashes.shortHmac(
                intake.key.contentKey(), intake.sent.stream().map(Sent::text).toArray(String[]::new));
    }

    private static String maskedId(KeyEntry key, String id) {
        return Scrubbing.id(key, id);
    }

    /// Judges the events of one request, one after the other, because a later one may repeat an earlier one.
    private final class Judge {

        private final Intake intake;
        private final Door door;
        private final String batchId;
        private final Map<String, String> passed = new HashMap<>();

        Judge(Intake intake, Door door, String batchId) {
            this.intake = intake;
            this.door = door;
            this.batchId = batchId;
        }

        Incoming incoming(Sent sent, Optional<EventView> asSent) {
            var id = asSent.flatMap(EventView::eventId).map(own -> maskedId(intake.key, own))
                    .orElseGet(() -> DerivedId.of(batchId, sent.position(), sent.text()));
            var session = asSent.flatMap(EventView::sessionId)
                    .map(own -> ItemKey.escaped(maskedId(intake.key, own)))
                    .orElse(ItemKey.NO_SESSION);
            var reading = asSent.map(event -> read(sent, event))
                    .orElseGet(() -> rejected(Code.WRONG_TYPE, "expected an object"));
            return switch (reading) {
                // Kept as it is: an earlier attempt may have taken it, by the rules of its time.
                case Reading.Rejected(var violations) -> new Incoming(sent.position(), sent.text(), id, session,
                        asSent.stream().toList(), fails(sent, violations));
                case Reading.Read(var views) -> new Incoming(sent.position(), sent.text(), id, session, views,
                        judge(sent, views.getFirst(), id));
            };
        }

        private Reading read(Sent sent, EventView event) {
            return Utf8.length(sent.text()) <= Limits.EVENT_BYTES
                    ? door.read(event.event())
                    : rejected(Code.EVENT_TOO_LARGE, "an event has at most " + Limits.EVENT_BYTES + " bytes");
        }

        private static Reading rejected(Code code, String detail) {
            return new Reading.Rejected(List.of(new Violation(code, "", detail)));
        }

        private Judgement judge(Sent sent, EventView view, String id) {
            if (intake.key.switches().areasOff().contains(view.type().area().toString())) {
                return fails(sent, new Violation(Code.TRACKING_DISABLED, "",
                        "the app has switched off " + view.type().area()));
            }
            var reference = door == EventType.FUNNEL_STEP ? funnels.check(intake.key.app(), view)
                    : Optional.<Violation>empty();
            return reference.isPresent() ? fails(sent, reference.get()) : judgeRepeat(sent, id);
        }

        private Judgement judgeRepeat(Sent sent, String id) {
            var earlier = passed.putIfAbsent(id, sent.text());
            if (earlier == null) {
                return new Passes();
            }
            return earlier.equals(sent.text()) ? new Repeats()
                    : fails(sent, new Violation(Code.CONFLICT, "/event_id",
                            "an earlier event of this request has this id and other content"));
        }

        private static Fails fails(Sent sent, Violation violation) {
            return fails(sent, List.of(violation));
        }

        private static Fails fails(Sent sent, List<Violation> violations) {
            return new Fails(violations.stream()
                    .map(one -> new Rejection(one.code(), sent.pointer() + one.pointer(), one.detail()))
                    .toList());
        }
    }
}

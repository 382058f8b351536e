package tracenova.ingest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tracenova.app.KeyEntry;
import tracenova.event.Code;
import tracenova.event.Door;
import tracenova.event.EventType;
import tracenova.event.EventView;
import tracenova.event.Ids;
import tracenova.event.Json;
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

    private static final int ERRORS = 20;
    private static final int RANDOM_ID = 22;

    private final FunnelLookup funnels;
    private final Secrets secrets;

    EventSteps(FunnelLookup funnels, Secrets secrets) {
        this.funnels = funnels;
        this.secrets = secrets;
    }

    /// Identity first, then the judgement: no verdict ever moves an id.
    Optional<Problem> judgeEvents(Intake intake) {
        var door = Door.at(intake.request.path())
                .orElseThrow(() -> new IllegalStateException("no door at " + intake.request.path()));
        var ids = intake.sent.stream().map(sent -> idAsSent(door, sent)).toList();
        var beside = besideEvents(intake);
        if (beside.wrong.isPresent()) {
            return beside.wrong;
        }
        var named = beside.batchId.or(() -> ofEventIds(ids));
        var batchId = maskedId(intake.key, named.orElseGet(() -> secrets.base62(RANDOM_ID)));
        var events = new ArrayList<Incoming>(intake.sent.size());
        var judge = new Judge(intake, door);
        for (var sent : intake.sent) {
            events.add(judge.incoming(sent, ids.get(sent.position()), batchId));
        }
        intake.batch = new Batch(intake.key.app(), door.path(), batchId, named.isPresent(), contentHash(intake),
                beside.sentAt, intake.receivedAt, events);
        return Optional.empty();
    }

    /// 422 unless one event passes.
    Optional<Problem> rejectWhenNothingPasses(Intake intake) {
        var verdicts = intake.batch.verdicts();
        if (verdicts.stored() > 0) {
            return Optional.empty();
        }
        var errors = verdicts.rejected().entrySet().stream().limit(ERRORS)
                .map(entry -> new EventError(entry.getKey(), entry.getValue().pointer(),
                        entry.getValue().code().toString(), entry.getValue().detail()))
                .toList();
        var detail = "%d of %d events refused".formatted(verdicts.rejected().size(), verdicts.positions());
        return Optional.of(new Problem(ProblemType.VALIDATION_FAILED, detail, errors, Map.of()));
    }

    private static Optional<String> idAsSent(Door door, Sent sent) {
        return sent.isObject() ? door.asSent(sent.json()).eventId() : Optional.empty();
    }

    /// The hash of the event ids, when every event has one; a single event's own id.
    private static Optional<String> ofEventIds(List<Optional<String>> ids) {
        if (ids.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return ids.size() == 1 ? ids.getFirst()
                : Optional.of(Hashes.shortSha256(ids.stream().map(Optional::get).toArray(String[]::new)));
    }

    /// One hash over all that the client sent: never over what we made of it.
    private static String contentHash(Intake intake) {
        return Hashes.shortHmac(
                intake.key.contentKey(), intake.sent.stream().map(Sent::text).toArray(String[]::new));
    }

    private static String maskedId(KeyEntry key, String id) {
        return Scrubbing.id(key, id);
    }

    /// What stands beside the events: in the header or at the top of the document.
    private record Beside(Optional<String> batchId, String sentAt, Optional<Problem> wrong) {}

    private static Beside besideEvents(Intake intake) {
        var header = intake.request.header("idempotency-key");
        if (header.isPresent()) {
            return beside(Json.ofText(header.get()), "", intake);
        }
        var member = intake.document.member("batch_id").filter(part -> !part.isNull());
        return member.isPresent()
                ? beside(Json.of(intake.document.textOf(member.get())), "/batch_id", intake)
                : new Beside(Optional.empty(), sentAt(intake), Optional.empty());
    }

    private static Beside beside(Json id, String pointer, Intake intake) {
        var wrong = Ids.check(id, "/batch_id");
        return wrong.isEmpty()
                ? new Beside(Optional.of(id.is(Json.Kind.STRING) ? id.string() : id.text()), sentAt(intake),
                        Optional.empty())
                : new Beside(Optional.empty(), null,
                        DocumentSteps.invalid(pointer, wrong.get().code(), wrong.get().detail()));
    }

    private static String sentAt(Intake intake) {
        return intake.document.member("sent_at")
                .map(part -> Json.of(intake.document.textOf(part)))
                .filter(json -> json.is(Json.Kind.STRING))
                .map(Json::string)
                .orElse(null);
    }

    /// Judges the events of one request, one after the other, because a later one may repeat an earlier one.
    private final class Judge {

        private final Intake intake;
        private final Door door;
        private final Map<String, String> passed = new HashMap<>();

        Judge(Intake intake, Door door) {
            this.intake = intake;
            this.door = door;
        }

        Incoming incoming(Sent sent, Optional<String> idAsSent, String batchId) {
            var id = idAsSent.map(own -> maskedId(intake.key, own)).orElseGet(() -> "evt_"
                    + Hashes.shortSha256(batchId, String.valueOf(sent.position()), sent.text()));
            if (!sent.isObject()) {
                return new Incoming(sent.position(), sent.text(), id, ItemKey.NO_SESSION, List.of(),
                        fails(sent, new Violation(Code.WRONG_TYPE, "", "expected an object")));
            }
            var json = sent.json();
            var session = door.asSent(json).sessionId()
                    .map(own -> ItemKey.escaped(maskedId(intake.key, own)))
                    .orElse(ItemKey.NO_SESSION);
            return switch (door.read(json)) {
                case Reading.Rejected(var violations) -> new Incoming(sent.position(), sent.text(), id, session,
                        List.of(), fails(sent, violations.getFirst()));
                case Reading.Read(var views) -> new Incoming(sent.position(), sent.text(), id, session, views,
                        judge(sent, views.getFirst(), id));
            };
        }

        private Judgement judge(Sent sent, EventView view, String id) {
            if (RequestSteps.utf8Length(sent.text()) > Limits.EVENT_BYTES) {
                return fails(sent, new Violation(Code.EVENT_TOO_LARGE, "",
                        "an event has at most " + Limits.EVENT_BYTES + " bytes"));
            }
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
            return new Fails(new Rejection(violation.code(), sent.pointer() + violation.pointer(),
                    violation.detail()));
        }
    }
}

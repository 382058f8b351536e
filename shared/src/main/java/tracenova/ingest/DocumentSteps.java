package tracenova.ingest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracenova.event.Code;
import tracenova.event.Field;
import tracenova.event.Ids;
import tracenova.event.Json;
import tracenova.event.Limits;
import tracenova.event.Rfc3339;
import tracenova.ingest.Document.Part;
import tracenova.ingest.Intake.Sent;
import tracenova.ingest.Problem.EventError;

/// The steps that read the document and take it apart into events.
@Singleton
class DocumentSteps {

    private static final List<String> BESIDE_EVENTS = List.of("api_key", "batch_id", "sent_at");

    Optional<Problem> readDocument(Intake intake) {
        return switch (Document.read(intake.text)) {
            case Document.Read(var document) -> {
                intake.document = document;
                yield Optional.empty();
            }
            case Document.Malformed(var code, var pointer, var detail) ->
                    Optional.of(Problem.of(ProblemType.MALFORMED, detail)
                            .about(new EventError(null, pointer, code.toString(), detail)));
        };
    }

    /// One event, or as many as stand in `events`.
    Optional<Problem> splitEvents(Intake intake) {
        if (!intake.document.isObject()) {
            return invalid("", Code.WRONG_TYPE, "expected an object");
        }
        var events = intake.document.member("events");
        if (events.filter(part -> !part.isNull()).isEmpty()) {
            if (intake.request.path().endsWith("/batch")) {
                return invalid("/events", Code.REQUIRED, "a list of events");
            }
            intake.sent = List.of(Sent.of(0, single(intake.document), ""));
            return Optional.empty();
        }
        return splitList(intake, events.get());
    }

    private static Optional<Problem> splitList(Intake intake, Part list) {
        var document = intake.document;
        if (!list.isArray()) {
            return invalid("/events", Code.WRONG_TYPE, "expected a list");
        }
        if (document.events().isEmpty()) {
            return invalid("/events", Code.EMPTY_BATCH, "at least one event");
        }
        if (document.events().size() > Limits.EVENTS_PER_BATCH) {
            return RequestSteps.tooLarge("a batch has at most " + Limits.EVENTS_PER_BATCH + " events");
        }
        intake.sent = new ArrayList<>(document.events().size());
        for (var part : document.events()) {
            int position = intake.sent.size();
            intake.sent.add(Sent.of(position, document.textOf(part), "/events/" + position));
        }
        return Optional.empty();
    }

    /// The event as sent, without what stands beside it in a single-event body.
    private static String single(Document document) {
        if (BESIDE_EVENTS.stream().noneMatch(name -> document.member(name).isPresent())) {
            return document.text().strip();
        }
        var text = new StringBuilder("{");
        for (var member : document.members()) {
            if (!BESIDE_EVENTS.contains(member.name())) {
                text.append(text.length() > 1 ? "," : "").append(document.text(), member.nameStart(), member.end());
            }
        }
        return text.append('}').toString();
    }

    /// `batch_id` (or its header, which goes before it) and `sent_at`.
    Optional<Problem> readBesideEvents(Intake intake) {
        var header = intake.request.header("idempotency-key").map(Json::ofText);
        var id = header.or(() -> member(intake, "batch_id"));
        var wrong = id.flatMap(value -> Ids.check(value, header.isPresent() ? "" : "/batch_id"));
        if (wrong.isPresent()) {
            return invalid(wrong.get().pointer(), wrong.get().code(), wrong.get().detail());
        }
        var sentAt = member(intake, "sent_at");
        if (sentAt.filter(value -> !isTime(value)).isPresent()) {
            return invalid("/sent_at", Code.INVALID_TIME, "expected " + Field.Kind.TIME.expected());
        }
        intake.batchId = id.map(value -> value.is(Json.Kind.STRING) ? value.string() : value.text());
        intake.sentAt = sentAt.map(Json::string).orElse(null);
        return Optional.empty();
    }

    private static Optional<Json> member(Intake intake, String name) {
        return intake.document.member(name).filter(part -> !part.isNull())
                .map(part -> Json.of(intake.document.textOf(part)));
    }

    private static boolean isTime(Json value) {
        return value.is(Json.Kind.STRING) && Rfc3339.parse(value.string()).isPresent();
    }

    static Optional<Problem> invalid(String pointer, Code code, String detail) {
        return Optional.of(Problem.of(ProblemType.VALIDATION_FAILED, detail)
                .about(new EventError(null, pointer, code.toString(), detail)));
    }
}

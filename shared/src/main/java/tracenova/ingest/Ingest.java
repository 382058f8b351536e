package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.ingest.Answer.Refused;
import tracenova.log.Log;

/// What happens to a tracking request, whichever function it came to: the steps, in this order, then the writes.
/// The first step that refuses answers, and then nothing has been stored.
@Singleton
public class Ingest {

    private final List<Step> steps;
    private final Storing storing;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Log log;

    Ingest(RequestSteps requests, DocumentSteps documents, EventSteps events, Storing storing, Refusals refusals,
            InstantSource clock, Log log) {
        this.storing = storing;
        this.refusals = refusals;
        this.clock = clock;
        this.log = log;
        this.steps = List.of(
                requests::rejectUnknownPaths,
                requests::rejectOtherMethods,
                requests::rejectLargeBody,
                requests::authenticate,
                requests::rejectForeignCustomer,
                requests::rejectWhenTrackingIsOff,
                requests::rejectOtherMedia,
                requests::rejectOtherCodings,
                requests::decode,
                documents::readDocument,
                documents::splitEvents,
                documents::readBesideEvents,
                events::judgeEvents,
                events::rejectWhenNothingPasses);
    }

    /// Answers within [Deadline#PER_REQUEST]. The received time is read here, once.
    public Answer accept(IngestRequest request) {
        var received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var intake = new Intake(request, received, Deadline.from(received, clock));
        try {
            var refusal = firstRefusal(intake);
            return refusal.isPresent() ? refused(intake, refusal.get()) : stored(intake);
        } catch (SdkException e) {
            return refused(intake, overloaded(e));
        }
    }

    private Optional<Problem> firstRefusal(Intake intake) {
        for (var step : steps) {
            var refusal = step.take(intake);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Answer stored(Intake intake) {
        var answer = storing.store(intake);
        return answer instanceof Refused(var problem) ? refused(intake, problem) : answer;
    }

    private Answer refused(Intake intake, Problem problem) {
        log.line("refused", Map.of(
                "type", problem.type().slug(),
                "path", intake.request.path(),
                "app", intake.key == null ? "" : intake.key.app().value(),
                "code", problem.errors().isEmpty() ? "" : problem.errors().getFirst().code(),
                "cause", problem.type() == ProblemType.OVERLOADED ? problem.detail() : ""));
        if (intake.key != null && problem.type() != ProblemType.OVERLOADED) {
            refusals.tally(intake.key.app(), problem.type(), intake.receivedAt, intake.deadline);
        }
        return new Refused(problem.type() == ProblemType.OVERLOADED ? OVERLOADED : problem);
    }

    private static final Problem OVERLOADED =
            Problem.of(ProblemType.OVERLOADED, "not stored, or not known to be stored").with("Retry-After", "1");

    /// With the cause for our log; the client is told nothing of it.
    private static Problem overloaded(SdkException e) {
        return Problem.of(ProblemType.OVERLOADED, e.getClass().getSimpleName());
    }
}

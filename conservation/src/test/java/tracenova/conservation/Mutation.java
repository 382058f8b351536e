package tracenova.conservation;

import java.util.List;
import java.util.function.Supplier;

/// Every wrong product that the checker must find out, with the schedules that are after it.
enum Mutation {
    NO_RECONCILE(Mutants::noReconcile, Flavour.GIVING_UP, Flavour.LOSSES),
    HOUR_MARKED_ALTHOUGH_SENDS_FAILED(Mutants::hourMarkedAlthoughSendsFailed, Flavour.LOST_SENDS),
    OPEN_HOUR_TAKEN_AS_CLOSED(Mutants::openHourTakenAsClosed, Flavour.HOUR_END),
    MANIFEST_WITHOUT_IF_MATCH(() -> Mutants.withoutCondition(Positions.MANIFEST), Flavour.OVERLAP, Flavour.ZOMBIE),
    INBOX_DELETED_BEFORE_THE_MANIFEST(Mutants::inboxDeletedFirst, Flavour.CRASHES, Flavour.OUTAGE),
    COLLECT_SWALLOWS_A_FAILURE(Mutants::collectSwallows, Flavour.OUTAGE),
    SEND_FAILURES_IGNORED(Mutants::sendFailuresIgnored, Flavour.LOST_SENDS),
    BATCH_CONDITION_DROPPED(Mutants::conditionDropped, Flavour.OTHER_CONTENT, Flavour.STORM),
    HASH_INCLUDES_RECEIVED_TIME(() -> Mutants.hashCovers((running, stored) -> running.started().toString()),
            Flavour.STORM),
    HASH_FOLLOWS_VERDICTS(() -> Mutants.hashCovers((running, stored) -> Mutants.verdictsOf(stored)), Flavour.SETTINGS),
    TIME_OF_THE_ATTEMPT(Mutants::timeOfAttempt, Flavour.LATE_COPIES),
    SENDS_ITS_OWN_ATTEMPT(Mutants::sendsItsOwnAttempt, Flavour.STORM, Flavour.CRASHES),
    RECEIPTS_PER_BATCH(Mutants::receiptsPerBatch, Flavour.LOSSES, Flavour.GIVING_UP),
    RANDOM_EVENT_IDS(Mutants::randomIds, Flavour.LATE_COPIES),
    EVERY_FAILED_CONDITION_A_LOST_RACE(Mutants::everyFailedConditionIsALostRace, Flavour.LOST_ANSWERS),
    DELETED_AT_ONCE(Mutants::deletedAtOnce, Flavour.OVERLAP, Flavour.STORM),
    SCRUB_AFTER_THE_PUT(Mutants::scrubAfterThePut, Flavour.ANYWHERE),
    APP_FROM_THE_BODY(Mutants::appFromTheBody, Flavour.ANYWHERE),
    ANSWER_BEFORE_THE_PUT(() -> Mutants.blindTo(Positions.CHUNK), Flavour.OUTAGE, Flavour.ANYWHERE),
    THROTTLED_KEY_IS_UNKNOWN(() -> Mutants.blindTo(Positions.KEY), Flavour.OUTAGE);

    private final Supplier<Mutant> make;
    private final List<Flavour> flavours;

    Mutation(Supplier<Mutant> make, Flavour... flavours) {
        this.make = make;
        this.flavours = List.of(flavours);
    }

    /// A new one: mutants remember things.
    Mutant make() {
        return make.get();
    }

    Flavour flavour(long seed) {
        return flavours.get((int) Math.floorMod(seed, (long) flavours.size()));
    }
}

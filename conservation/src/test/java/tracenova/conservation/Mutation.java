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
    DEDUPE_REMOVED("winners.sql", "rowid IN", "true OR rowid IN", Flavour.STORM),
    PARTITION_FROM_THE_INBOX_ONLY("winners.sql", "union_by_name = true)", "union_by_name = true) WHERE false",
            Flavour.ANYWHERE),
    WINNER_BY_ARRIVAL("winners.sql", "arg_min(rowid, (received_at, chunk, position))", "max(rowid)",
            Flavour.LATE_COPIES, Flavour.STORM),
    UNORDERED_ROWS("winners.sql", "ORDER  BY class, occurred_at, event_id", "", Flavour.STORM, Flavour.ANYWHERE),
    RECEIPTS_BEFORE_ROWS(Mutants::receiptsBeforeRows, Flavour.ANYWHERE),
    LEDGER_BY_INCREMENTS(Mutants::ledgerByIncrements, Flavour.STORM),
    POINTER_WITHOUT_IF_MATCH(() -> Mutants.withoutCondition(Positions.POINTER), Flavour.FIGURES),
    SNAPSHOT_READS_THE_MANIFEST_TWICE(Mutants::manifestReadTwice, Flavour.FIGURES),
    THROTTLED_KEY_IS_UNKNOWN(() -> Mutants.blindTo(Positions.KEY), Flavour.OUTAGE);

    private final Supplier<Mutant> make;
    private final List<Flavour> flavours;
    private final OtherSql sql;

    Mutation(Supplier<Mutant> make, Flavour... flavours) {
        this.make = make;
        this.flavours = List.of(flavours);
        this.sql = null;
    }

    /// In a file of the lake's SQL one text stands for another.
    Mutation(String file, String text, String instead, Flavour... flavours) {
        this.make = Mutant::new;
        this.flavours = List.of(flavours);
        this.sql = new OtherSql("tracenova/lake/" + file, text, instead);
    }

    /// What gives it away, within so many schedules; empty if nothing does.
    String caught(int schedules) {
        var caught = sql == null ? caughtHere(name(), schedules) : sql.caught(name(), schedules);
        if (!caught.isEmpty()) assertInnocent(caught.split(" ", 3));
        return caught;
    }

    /// A schedule's seed and flavour, and what is violated, by the classes of this class loader.
    static String caughtHere(String name, int schedules) {
        var mutation = valueOf(name);
        var bench = new Bench();
        for (long seed = REBUILT; seed <= REBUILT * schedules; seed += REBUILT) {
            var flavour = mutation.flavours.get((int) (seed / REBUILT % mutation.flavours.size()));
            var violation =
                    Life.of(bench, Generator.schedule(seed, flavour), mutation.make.get(), new Report()).violation();
            if (violation.isPresent()) return seed + " " + flavour + " " + violation.get();
        }
        return "";
    }

    /// What is caught must be the mutant, and not the product.
    private static void assertInnocent(String... caught) {
        var schedule = Generator.schedule(Long.parseLong(caught[0]), Flavour.valueOf(caught[1]));
        Life.of(new Bench(), schedule, Mutant.NONE, new Report()).violation().ifPresent(what -> {
            throw new IllegalStateException("without any mutant: " + what + "\n" + schedule);
        });
    }

    /// Schedules with these seeds end with a rebuild.
    private static final int REBUILT = Life.REBUILT_EVERY;
}

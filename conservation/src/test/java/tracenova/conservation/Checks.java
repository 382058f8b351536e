package tracenova.conservation;

import java.time.Instant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tracenova.app.AppId;
import tracenova.session.SessionIndex;
import tracenova.testkit.Json;
import tracenova.testkit.TestContext;

/// The invariants C1 to C8, each over the history, the facts behind the wire, table, queue and lake.
final class Checks {

    private final World world;
    private final History history;
    private final Bench.Prepared prepared;
    private final LakeReader lake;
    private final Oracle oracle;

    Checks(World world, History history, Bench.Prepared prepared, Bench bench) {
        this.world = world;
        this.history = history;
        this.prepared = prepared;
        this.lake = bench.lake();
        this.oracle = new Oracle(world, history);
    }

    private void violated(String invariant, String what) {
        world.facts().violated(invariant, what);
    }

    /// Promise 1, at once: what the answer says is true of the table now.
    void answered(Sending sending) {
        var run = sending.run;
        if (run.failure() != null && !run.isCrashed()) {
            violated("promise 1", sending + " threw " + run.failure());
        }
        sending.answer = run.output() == null ? Answer.NONE : Answer.of(run.output());
        var answer = sending.answer;
        if (answer.isStored()) {
            mustBeStored(sending);
            mustSayTheSame(sending);
        } else if (answer.isRefused()) {
            if (world.facts().hasChunk(run)) violated("C2", sending + " stored something");
            if (answer.status() == 409) mayConflict(sending);
            if (answer.status() == 401) mayBeUnknown(sending);
        } else if (!answer.isUnknown()) {
            violated("promise 1", sending + " is no answer");
        } else if (answer.status() == 503 && !answer.retryAfter()) {
            violated("promise 1", sending + " does not say when to try again");
        }
        exercised(sending);
    }

    /// C1: every event that was not rejected stands in a chunk of this batch.
    private void mustBeStored(Sending sending) {
        var marks = new HashSet<String>();
        var copies = history.copiesOf(sending);
        world.facts().chunks().values().stream()
                .filter(kept -> history.by(kept.by()).filter(copies::contains).isPresent())
                .forEach(kept -> {
                    var request = history.by(kept.by()).orElseThrow().request;
                    kept.chunk().events().forEach(event -> marks.add(request.events().get(event.position()).mark()));
                });
        var events = sending.request.events();
        for (int i = 0; i < events.size(); i++) {
            if (!sending.answer.codes().containsKey(i) && !marks.contains(events.get(i).mark())) {
                violated("C1", sending + " promised position " + i + ", which is in no chunk");
            }
        }
        if (sending.answer.accepted() + sending.answer.duplicates() + sending.answer.codes().size() != events.size()) {
            violated("C1", sending + " does not account for its " + events.size() + " events");
        }
    }

    /// C1: within the received hour a copy is answered with the verdicts of the first one stored.
    private void mustSayTheSame(Sending sending) {
        for (var copy : history.copiesOf(sending)) {
            if (copy != sending && copy.isAnswered() && copy.answer.isStored()
                    && hour(copy).equals(hour(sending)) && !copy.answer.codes().equals(sending.answer.codes())) {
                violated("C1", sending + " was judged otherwise than " + copy);
            }
        }
    }

    /// C1: only other content under the same name, met in the same hour, is a conflict.
    private void mayConflict(Sending sending) {
        var other = history.sendings().stream().anyMatch(earlier -> earlier != sending
                && earlier.request.app() == sending.request.app() && sending.request.name() != null
                && sending.request.name().equals(earlier.request.name()) && hour(earlier).equals(hour(sending))
                && !earlier.isCopyOf(sending));
        if (!other) violated("C1", sending + " conflicts with nothing");
    }

    private void mayBeUnknown(Sending sending) {
        if (!world.facts().isRevoked(sending.request.app())) violated("F02", sending + " is of a live key");
    }

    private static String hour(Sending sending) {
        return sending.received.toString().substring(0, 13);
    }

    private void exercised(Sending sending) {
        var run = sending.run;
        var report = world.report();
        var answer = sending.answer;
        var copies = history.copiesOf(sending).stream().filter(copy -> copy != sending && copy.number < sending.number
                && copy.isAnswered() && copy.answer.isStored()).toList();
        if (answer.isStored() && !copies.isEmpty()) {
            if (sending.request.events().stream().anyMatch(event -> event.id() == null)) report.exercised(Rule.X1);
            if (!copies.getFirst().received.toString().substring(0, 10)
                    .equals(sending.received.toString().substring(0, 10))) {
                report.exercised(Rule.X2);
            }
        }
        if (answer.status() == 409) report.exercised(Rule.X2);
        if (run.trace().stream().filter("TRACK PutItem chunk"::equals).count() > 1) report.exercised(Rule.X3);
        if (answer.isStored() && (run.sufferedAt("TRACK SendMessageBatch queue") || answer.duplicates() > 0)) {
            report.exercised(Rule.X12);
        }
    }

    /// C1, C2, C3: table and history tell the same story.
    void tableAgainstHistory() {
        var items = world.aws().items(TestContext.TABLE).stream()
                .map(item -> item.get("pk").s() + " " + item.get("sk").s())
                .filter(key -> key.matches("APP#[^ ]*#H#[^ ]*#[0-7] .*"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!items.equals(new TreeSet<>(world.facts().chunks().keySet()))) {
            violated("C3", "the table's chunks are not those that were put");
        }
        for (var kept : world.facts().chunks().values()) chunkAgainstHistory(kept);
        for (var sending : history.sendings()) {
            if (sending.answer.isStored()) mustBeStored(sending);
        }
    }

    private void chunkAgainstHistory(Facts.Kept kept) {
        var key = kept.stored().key();
        var by = history.by(kept.by());
        if (by.isEmpty()) {
            violated("C3", "nobody sent " + key.name());
            return;
        }
        var sending = by.get();
        if (sending.answer.isRefused()) violated("C2", sending + " stored " + key.name());
        if (!key.app().equals(app(sending.request.app()))) violated("C8", sending + " reached " + key.app());
        if (!kept.chunk().receivedAt().equals(sending.received) || !key.received().toString().equals(hour(sending))) {
            violated("X4", key.name() + " is not of the hour of " + sending);
        }
        var passing = Oracle.passing(sending.request);
        for (var event : kept.chunk().events()) {
            var sent = sending.request.events().get(event.position());
            if (!passing.contains(event.position())) violated("C2", key.name() + " holds what was rejected: " + sent);
            if (!contentOf(event.json()).equals(contentOf(sent.json(sending.request.gate(), "", "")))) {
                violated("C3", key.name() + " holds " + event.json() + " for " + sent);
            }
            if (sent.id() != null && !event.id().equals(sent.id())) violated("C3", event.id() + " for " + sent);
        }
    }

    /// Without what must be masked.
    private static Map<String, Object> contentOf(String json) {
        var fields = new TreeMap<>(Json.object(json.getBytes(StandardCharsets.UTF_8)));
        var metadata = new TreeMap<>(Json.map(fields.get("metadata")));
        metadata.remove("password");
        metadata.remove("note");
        fields.put("metadata", metadata);
        return fields;
    }

    private AppId app(int number) {
        return prepared.apps().get(number).id();
    }

    /// C4: the lake holds each event once, where and as it must.
    void lakeAgainstTable() {
        for (int i = 0; i < prepared.apps().size(); i++) {
            lakeAgainst(i, names(i), world.facts().chunks().values());
        }
        indexAgainstTable();
    }

    private Set<String> names(int app) {
        var manifests = world.facts().lake().manifests(app(app).value());
        return manifests.isEmpty() ? Set.of() : manifests.getLast().names();
    }

    /// X8, C4 of every state that readers could see: its rows are those of the chunks whose receipts it has.
    void committed() {
        for (var put : world.facts().lake().newManifests()) {
            for (int i = 0; i < prepared.apps().size(); i++) {
                if (!app(i).value().equals(put.getKey())) continue;
                var names = put.getValue().names();
                var there = lake.receipts(world.aws(), names).stream().map(LakeReader.Receipt::chunk)
                        .collect(Collectors.toSet());
                lakeAgainst(i, names, world.facts().chunks().values().stream()
                        .filter(kept -> there.contains(kept.stored().key().name())).toList());
            }
        }
    }

    private void lakeAgainst(int app, Set<String> names, java.util.Collection<Facts.Kept> chunks) {
        var found = lake.rows(world.aws(), names);
        var expected = oracle.rows(app, chunks);
        var ids = expected.stream().map(LakeRow::id).filter(id -> id != null).collect(Collectors.toSet());
        var actual = new HashSet<LakeRow>();
        for (var row : found) {
            var known = new LakeRow(row.lakeClass(), ids.contains(row.id()) ? row.id() : null, row.at(), row.received(),
                    row.chunk(), row.position(), row.mark(), row.session(), row.user());
            if (!actual.add(known)) violated("C4", "twice in the lake: " + row);
        }
        difference("C4", "missing in the lake: ", expected, actual);
        difference("C4", "in the lake for no reason: ", actual, expected);
    }

    private <T> void difference(String invariant, String what, Set<T> these, Set<T> without) {
        these.stream().filter(one -> !without.contains(one)).findFirst()
                .ifPresent(one -> violated(invariant,
                        what + one + " (" + these.size() + " against " + without.size() + ")"));
    }

    /// C4: what the index says of sessions and users follows from the chunks.
    private void indexAgainstTable() {
        var expected = new TreeSet<String>();
        for (var kept : world.facts().chunks().values()) {
            SessionIndex.items(kept.stored().key().received(), kept.chunk())
                    .forEach(item -> expected.add(item.pk() + " " + item.sk()));
        }
        var found = world.aws().items(TestContext.TABLE).stream()
                .map(item -> item.get("pk").s() + " " + item.get("sk").s())
                .filter(key -> key.matches("APP#[^ #]*#[SU]#.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        difference("C4", "missing in the index: ", expected, found);
        difference("C4", "in the index for no reason: ", found, expected);
    }

    /// C5: what the queue took and was not made to lose is in the lake, and reconcile has no part in it.
    void drainedWithoutReconcile() {
        for (int i = 0; i < prepared.apps().size(); i++) {
            var there = receipts(i);
            for (var entry : world.facts().chunks().entrySet()) {
                var key = entry.getValue().stored().key();
                if (key.app().equals(app(i)) && world.facts().queued().contains(entry.getKey())
                        && !world.facts().lost().contains(entry.getKey()) && !there.contains(key.name())) {
                    violated("C5", "the queue took it and the lake lacks it: " + key.name());
                }
            }
        }
    }

    private Set<String> receipts(int app) {
        return lake.receipts(world.aws(), names(app)).stream().map(LakeReader.Receipt::chunk)
                .collect(Collectors.toSet());
    }

    /// C5: what an answer promised was queued, unless the queue refused more than a single second try can mend, or
    /// no time was left for it.
    void queuedAtOnce(Sending sending) {
        if (!sending.answer.isStored() || sending.run.isOutOfTime()
                || sending.run.sufferedTimes("TRACK SendMessageBatch queue") > 1) {
            return;
        }
        for (var entry : world.facts().chunks().entrySet()) {
            if (entry.getValue().by() == sending.run && !world.facts().queued().contains(entry.getKey())) {
                violated("C5", sending + " did not queue " + entry.getKey());
            }
        }
    }

    /// C5: nothing is left anywhere.
    void drained() {
        var inbox = world.aws().objects(TestContext.BUCKET).keySet().stream().filter(name -> name.startsWith("inbox/"))
                .toList();
        if (!inbox.isEmpty()) violated("C5", "left in the inbox: " + inbox);
        if (!world.aws().messages(TestContext.QUEUE).isEmpty()) violated("C5", "messages are left in the queue");
        for (int i = 0; i < prepared.apps().size(); i++) {
            var there = receipts(i);
            var app = app(i);
            world.facts().chunks().values().stream().map(kept -> kept.stored().key())
                    .filter(key -> key.app().equals(app) && !there.contains(key.name())).findFirst()
                    .ifPresent(key -> violated("C5", "never arrived: " + key.name()));
        }
    }

    /// C8: no secret, no address, nobody else's.
    void secrecy() {
        var forbidden =
                List.of(Canary.PASSWORD, Canary.ADDRESS, prepared.keys().get(0).text(), prepared.keys().get(1).text());
        for (var kept : world.facts().chunks().values()) {
            kept.chunk().events().forEach(event -> mustNotHold("chunk", event.json(), forbidden));
        }
        mustNotHold("log", world.logged(), forbidden);
        for (var sending : history.sendings()) {
            if (sending.run.output() != null) mustNotHold("answer", new String(sending.run.output()), forbidden);
        }
        for (int i = 0; i < prepared.apps().size(); i++) {
            var other = app(1 - i).value();
            var own = app(i);
            world.facts().chunks().values().stream().filter(kept -> kept.stored().key().app().equals(own))
                    .forEach(kept -> kept.chunk().events()
                            .forEach(event -> mustNotHold("chunk of another app", event.json(), List.of(other))));
        }
    }

    private void mustNotHold(String what, String text, List<String> forbidden) {
        for (var word : forbidden) {
            if (text.contains(word)) violated("C8", "a " + what + " holds " + word);
        }
    }

    /// C7, C6: every snapshot is of exactly the manifest it names, and its ledger closes.
    void published() {
        for (var put : world.facts().lake().newPointers()) {
            var figures = Figures.of(world.aws().objects(TestContext.BUCKET), put.getValue());
            var manifest = world.facts().lake().manifest(put.getKey(), put.getValue().version());
            if (manifest.isEmpty()) {
                violated("C7", "a snapshot of manifest " + put.getValue().version() + ", which never was");
                continue;
            }
            long rows = lake.rows(world.aws(), manifest.get().names()).stream()
                    .filter(isInRange(put.getKey(), manifest.get())).count();
            if (figures.totalEvents() != rows) {
                violated("C7", "the snapshot of manifest %d counts %d events of %d".formatted(
                        manifest.get().version(), figures.totalEvents(), rows));
            }
            figures.hours().values().stream().filter(hour -> !hour.closes()).findFirst()
                    .ifPresent(hour -> violated("C6", "the ledger does not close: " + hour));
        }
    }

    /// Whether a row is of the last 30 days of its app, as the manifest's now sees them.
    private Predicate<LakeRow> isInRange(String app, LakeFacts.State manifest) {
        var zone = prepared.apps().stream().filter(one -> one.id().value().equals(app)).findFirst().orElseThrow()
                .timeZone();
        var today = LocalDate.ofInstant(Instant.parse((String) manifest.body().get("now")), zone);
        return row -> {
            var day = LocalDate.ofInstant(row.at(), zone);
            return !day.isAfter(today) && day.isAfter(today.minusDays(30));
        };
    }

    /// C6: the product's ledger is the one that follows from what clients sent and what is stored.
    void figuresAgainstHistory() {
        for (int i = 0; i < prepared.apps().size(); i++) {
            var pointers = world.facts().lake().pointers(app(i).value());
            var expected = oracle.ledger(i);
            if (pointers.isEmpty()) {
                if (!expected.isEmpty()) violated("C6", "no figures of " + app(i));
                continue;
            }
            var actual = Figures.of(world.aws().objects(TestContext.BUCKET), pointers.getLast()).hours();
            actual.values().removeIf(hour -> hour.received() == 0);
            difference("C6", "the ledger lacks ", new HashSet<>(expected.values()), new HashSet<>(actual.values()));
            difference("C6", "the ledger says ", new HashSet<>(actual.values()), new HashSet<>(expected.values()));
        }
    }

    /// What readers see of each app: the content of each partition and mart, and the figures.
    Map<String, Object> lakes() {
        var seen = new TreeMap<String, Object>();
        for (var app : prepared.apps()) {
            var id = app.id().value();
            var manifests = world.facts().lake().manifests(id);
            if (manifests.isEmpty()) continue;
            var body = manifests.getLast().body();
            Json.map(body.get("partitions")).forEach((key, file) -> seen.put(id + " " + key, content(file)));
            Json.map(body.get("marts")).forEach((day, file) -> seen.put(id + " mart " + day, content(file)));
            seen.put(id + " now", body.get("now"));
            var pointer = world.facts().lake().pointers(id).getLast();
            var figures = Figures.of(world.aws().objects(TestContext.BUCKET), pointer);
            seen.put(id + " overview", figures.overview());
            seen.put(id + " ledger", figures.ledger());
            seen.put(id + " freshness", figures.freshness());
        }
        return seen;
    }

    private static Object content(Object file) {
        return ((String) Json.map(file).get("id")).replaceAll("-.*", "");
    }

    void sameLakes(Map<String, Object> before, Map<String, Object> after) {
        difference("C9", "not rebuilt: ", before.entrySet(), after.entrySet());
        difference("C9", "rebuilt without need: ", after.entrySet(), before.entrySet());
    }
}

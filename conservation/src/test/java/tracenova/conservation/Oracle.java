package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tracenova.ingest.Verdicts;

/// What must be, folded from what clients sent and which of it is in the table. Written from the rules alone: it
/// knows the product's chunks by the runs that put them, and its events by their marks.
final class Oracle {

    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final World world;
    private final History history;

    Oracle(World world, History history) {
        this.world = world;
        this.history = history;
    }

    /// One stored copy of an event. Copies with the same identity, class and hour are one event, the smallest wins.
    record Copy(String identity, Sending sending, Event event, Instant at, String chunk, int position) {

        private static final Comparator<Copy> WINS = Comparator.comparing((Copy copy) -> copy.sending.received)
                .thenComparing(Copy::chunk).thenComparing(Copy::position);

        String place() {
            return identity + " / " + event.sort().lakeClass + " / " + at.toString().substring(0, 13);
        }

        LakeRow row() {
            return new LakeRow(event.sort().lakeClass, event.id(), at, sending.received, chunk, position, event.mark(),
                    event.session(), event.user());
        }
    }

    /// The rows of an app's lake once these chunks are in it.
    Set<LakeRow> rows(int app, Collection<Facts.Kept> chunks) {
        var winners = new HashMap<String, Copy>();
        for (var copy : copies(app, chunks)) {
            winners.merge(copy.place(), copy, (one, other) -> {
                world.report().exercised(Rule.X5);
                return Copy.WINS.compare(one, other) <= 0 ? one : other;
            });
        }
        var rows = new HashSet<LakeRow>();
        winners.values().forEach(copy -> rows.add(copy.row()));
        return rows;
    }

    List<Copy> copies(int app, Collection<Facts.Kept> chunks) {
        return chunks.stream().flatMap(kept -> history.by(kept.by()).filter(sending -> sending.request.app() == app)
                .stream().flatMap(sending -> kept.chunk().events().stream()
                        .map(event -> copy(sending, kept.stored().key().name(), event.position()))))
                .toList();
    }

    private Copy copy(Sending sending, String chunk, int position) {
        var event = sending.request.events().get(position);
        return new Copy(identity(sending, event, position), sending, event, settled(sending, event), chunk, position);
    }

    private static String identity(Sending sending, Event event, int position) {
        if (event.id() != null) return "id " + event.id();
        return sending.request.name() == null ? "sending " + sending.number + " " + position
                : "batch " + sending.request.name() + " " + position + " " + event.mark();
    }

    private Instant settled(Sending sending, Event event) {
        var first = firstReceived(sending);
        var ours = event.time() == null || event.time().isBefore(first.minus(PAST))
                || event.time().isAfter(first.plus(AHEAD));
        if (ours && !first.equals(sending.received)) world.report().exercised(Rule.X6);
        return ours ? first : event.time();
    }

    /// When the first copy of a batch was received: the one that left its receipt, or else the first one stored.
    private Instant firstReceived(Sending sending) {
        var copies = history.copiesOf(sending);
        return copies.stream().filter(copy -> world.facts().hasReceipt(copy.run)).findFirst()
                .or(() -> copies.stream().filter(copy -> world.facts().hasChunk(copy.run))
                        .min(Comparator.comparing(copy -> copy.received)))
                .map(copy -> copy.received).orElse(sending.received);
    }

    /// Positions whose event must be stored if any of the request is: not flawed, and no repeat of an earlier one.
    static Set<Integer> passing(Request request) {
        var passing = new HashSet<Integer>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < request.events().size(); i++) {
            var event = request.events().get(i);
            if (event.flawed()) continue;
            if (event.id() == null || seen.putIfAbsent(event.id(), i) == null) passing.add(i);
        }
        return passing;
    }

    /// Each received hour of an app's ledger once all has arrived: every position of every stored request was
    /// accepted if it won its place in the lake, rejected for the reason in the verdicts, or else is a duplicate.
    Map<String, Figures.LedgerHour> ledger(int app) {
        var chunks = world.facts().chunks().values();
        var won = new HashMap<String, Long>();
        rows(app, chunks).forEach(row -> won.merge(row.chunk().substring(0, 13), 1L, Long::sum));
        var received = new TreeMap<String, Long>();
        var unfinished = new HashMap<String, Long>();
        var rejected = new HashMap<String, Map<String, Long>>();
        for (var kept : chunks) {
            var verdicts = kept.stored().verdicts();
            if (verdicts.isEmpty() || history.by(kept.by()).filter(by -> by.request.app() == app).isEmpty()) continue;
            var hour = kept.stored().key().received().toString();
            long open = unfinished(kept, verdicts.get());
            unfinished.merge(hour, open, Long::sum);
            received.merge(hour, verdicts.get().positions() - open, Long::sum);
            verdicts.get().rejected().values().forEach(why -> rejected.computeIfAbsent(hour, key -> new TreeMap<>())
                    .merge(why.code().toString(), 1L, Long::sum));
        }
        var ledger = new TreeMap<String, Figures.LedgerHour>();
        received.forEach((hour, positions) -> {
            var why = rejected.getOrDefault(hour, Map.of());
            long accepted = won.getOrDefault(hour, 0L);
            long duplicate = positions - accepted - why.values().stream().mapToLong(Long::longValue).sum();
            ledger.put(hour, new Figures.LedgerHour(hour, positions, accepted, duplicate, why,
                    unfinished.get(hour), true));
        });
        return ledger;
    }

    /// How many positions of a request were to be stored and are in none of its chunks: the answer was *unknown* and
    /// nobody came back within the hour.
    private long unfinished(Facts.Kept first, Verdicts verdicts) {
        var sending = history.by(first.by()).orElseThrow();
        var copies = history.copiesOf(sending);
        var stored = new HashSet<Integer>();
        for (var kept : world.facts().chunks().values()) {
            if (kept.stored().key().received().equals(first.stored().key().received())
                    && history.by(kept.by()).filter(copies::contains).isPresent()) {
                kept.chunk().events().forEach(event -> stored.add(event.position()));
            }
        }
        return IntStream.range(0, verdicts.positions()).filter(i -> verdicts.isStored(i) && !stored.contains(i))
                .count();
    }
}

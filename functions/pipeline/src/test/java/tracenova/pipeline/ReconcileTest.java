package tracenova.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.event.EventType;
import tracenova.ingest.Chunk;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.ingest.ChunkJson;
import tracenova.ingest.StoredChunk;
import tracenova.ingest.Verdicts;
import tracenova.lake.Bucket;
import tracenova.pipeline.Collect.Record;
import tracenova.pipeline.Reconciled.HourReport;
import tracenova.table.Hour;
import tracenova.table.Item;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.ItemKey.RefusedKey;
import tracenova.table.Table;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class ReconcileTest {

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final ApplicationContext context = TestContext.start(aws, clock);
    private final Table table = context.getBean(Table.class);
    private final Reconcile reconcile = context.getBean(Reconcile.class);
    private final App shop = context.getBean(Apps.class).create("ws", "shop", "Web", ZoneId.of("UTC"), "EUR");
    private final Hour hour = Hour.of(clock.instant());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void leavesAnHourAloneUntilItIsClosed() {
        store("s1");
        clock.set(hour.end().plus(Duration.ofMinutes(14)));

        assertThat(reconcile.run(clock.instant(), false).queued()).isZero();
    }

    @Test
    void queuesAgainWhatTheLakeLacksAndMarksTheHourOnceItIsThere() {
        var lost = store("s1");
        clock.set(hour.end().plus(Duration.ofMinutes(15)));

        assertThat(reconcile.run(clock.instant(), false).queued()).isEqualTo(1);
        assertThat(report().marked()).isFalse();
        assertThat(aws.messages(TestContext.QUEUE)).extracting(message -> message.body())
                .containsExactly(lost.message());

        collectAndCompact();
        reconcile.run(clock.instant(), false);

        assertThat(report().marked()).isTrue();
        assertThat(report().chunks()).isEqualTo(1);
    }

    @Test
    void queuesAgainAtOnceWhenAskedForOpenHoursAndDoesNotCountThat() {
        store("s1");

        for (int i = 0; i < Reconcile.TRIES + 1; i++) {
            assertThat(reconcile.run(clock.instant(), true).queued()).isEqualTo(1);
        }

        assertThat(report().marked()).isFalse();
        assertThat(report().stuck()).isEmpty();
    }

    @Test
    void callsAChunkStuckAfterThreeTriesAndThenNoLongerHoldsItsHour() {
        var poison = store("s1");
        clock.set(hour.end().plus(Duration.ofMinutes(15)));
        for (int i = 0; i < Reconcile.TRIES; i++) {
            reconcile.run(clock.instant(), false);
        }

        var last = reconcile.run(clock.instant(), false);

        assertThat(last.queued()).isZero();
        assertThat(report().stuck()).containsExactly(poison.key().name());
        assertThat(report().marked()).isTrue();
    }

    @Test
    void sendsStuckChunksOnceMoreOnRedrive() {
        callsAChunkStuckAfterThreeTriesAndThenNoLongerHoldsItsHour();
        int before = aws.messages(TestContext.QUEUE).size();

        assertThat(context.getBean(Redrive.class).run()).isEqualTo(1);

        assertThat(aws.messages(TestContext.QUEUE)).hasSize(before + 1);
    }

    @Test
    void aStuckChunkThatArrivesAfterAllIsStuckNoLonger() {
        sendsStuckChunksOnceMoreOnRedrive();
        assertThat(reconcile.run(clock.instant(), false).stuck()).isEqualTo(1);

        collectAndCompact();

        assertThat(reconcile.run(clock.instant(), false).stuck()).isZero();
        assertThat(report().stuck()).isEmpty();
        assertThat(report().marked()).isTrue();
    }

    @Test
    void sumsWhatAllSandboxesRefused() {
        table.put(Item.at(new RefusedKey(shop.id(), hour, "a")).with("malformed", 2).expiring(clock.instant()));
        table.put(Item.at(new RefusedKey(shop.id(), hour, "b")).with("malformed", 3).with("too-large", 1));
        clock.set(hour.end().plus(Duration.ofMinutes(15)));

        reconcile.run(clock.instant(), false);

        assertThat(report().refused()).isEqualTo(Map.of("malformed", 5L, "too-large", 1L));
    }

    @Test
    void makesTheLakeAgainFromTheTable() {
        store("s1");
        store("s2");
        rebuild();
        var before = lakeFiles();
        aws.objects(TestContext.BUCKET).keySet().stream().filter(name -> !name.startsWith("manifests/"))
                .forEach(name -> context.getBean(Bucket.class).delete(List.of(name)));
        clock.advance(Duration.ofMinutes(1));

        rebuild();

        assertThat(before).hasSize(2);
        assertThat(lakeFiles()).isEqualTo(before);
    }

    private void rebuild() {
        assertThat(context.getBean(Rebuild.class).run(shop.id(), hour.start(), () -> 300_000).next()).isEmpty();
        context.getBean(Compaction.class).run(clock.instant());
    }

    /// The content hashes of the lake's files, without the ticks that made them.
    private Set<String> lakeFiles() {
        var names = new TreeSet<String>();
        aws.objects(TestContext.BUCKET).keySet().stream().filter(name -> name.startsWith("lake/"))
                .forEach(name -> names.add(name.substring(0, name.lastIndexOf('-'))));
        return names;
    }

    private void collectAndCompact() {
        var records = aws.messages(TestContext.QUEUE).stream()
                .map(message -> new Record(message.id(), message.body()))
                .toList();
        assertThat(context.getBean(Collect.class).run(records, () -> 15_000)).isEmpty();
        context.getBean(Compaction.class).run(clock.instant());
    }

    private HourReport report() {
        return context.getBean(ReconciledStore.class).read(shop.id()).reconciled().hours().get(hour.toString());
    }

    private StoredChunk store(String session) {
        Instant now = clock.instant();
        var event = new StoredEvent(0, "e-" + session, EventType.SCREEN_VIEW, now, false, false, List.of(),
                "{\"session_id\":\"%s\",\"screen_name\":\"home\"}".formatted(session));
        var chunk = new Chunk(shop.id(), "batch-" + session, now, "/api/v1/screen-views", "request-" + session, null,
                new Chunk.Client("1p", "visitor_1", null, null, null, null), 1.0, List.of(event));
        var stored = new StoredChunk(ChunkKey.first(shop.id(), hour, 0, session, "batch-" + session), "h4sh",
                ChunkJson.write(chunk), Optional.of(new Verdicts(1, 0, Set.of(), Map.of())));
        table.put(stored.item());
        return stored;
    }
}

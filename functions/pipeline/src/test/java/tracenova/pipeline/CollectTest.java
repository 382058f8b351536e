package tracenova.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.event.EventType;
import tracenova.ingest.Chunk;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.ingest.ChunkJson;
import tracenova.ingest.StoredChunk;
import tracenova.ingest.Verdicts;
import tracenova.pipeline.Collect.Record;
import tracenova.table.Hour;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.testkit.FakeAws;
import tracenova.testkit.Fault;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class CollectTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final FaultyTransport transport = new FaultyTransport(aws, clock);
    private final ApplicationContext context = TestContext.start(transport, clock);
    private final Collect collect = context.getBean(Collect.class);
    private final App shop = context.getBean(Apps.class).create("ws", "shop", "Web", ZoneId.of("UTC"), "EUR");

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void writesOneObjectPerAppAndTheIndexItemsOfItsSessions() {
        var failed = collect.run(List.of(record("m1", "s1"), record("m2", "s2")), () -> 15_000);

        assertThat(failed).isEmpty();
        assertThat(inbox()).hasSize(1);
        assertThat(aws.items(TestContext.TABLE)).extracting(item -> item.get("pk").s())
                .contains("APP#" + shop.id() + "#S#s1", "APP#" + shop.id() + "#S#s2", "APP#" + shop.id() + "#U#u1");
    }

    @Test
    void writesTheSameObjectAgainForTheSameMessagesInAnyOrder() {
        collect.run(List.of(record("m1", "s1"), record("m2", "s2")), () -> 15_000);
        var before = aws.objects(TestContext.BUCKET);

        collect.run(List.of(record("m4", "s2"), record("m3", "s1"), record("m5", "s1")), () -> 15_000);

        assertThat(aws.objects(TestContext.BUCKET).keySet()).isEqualTo(before.keySet());
    }

    @Test
    void returnsOnlyThePoisonRecord() {
        var failed = collect.run(
                List.of(new Record("bad", "{\"v\":1}"), record("m1", "s1"), new Record("worse", "x")), () -> 15_000);

        assertThat(failed).containsExactlyInAnyOrder("bad", "worse");
        assertThat(inbox()).hasSize(1);
    }

    /// F44. Of the records that must fail every other one is poison, the rest cannot be indexed.
    @Test
    void returnsExactlyTheRecordsThatFailed() {
        for (int subset = 0; subset < 1 << 6; subset++) {
            var wanted = BitSet.valueOf(new long[] {subset});
            var round = "-" + subset;
            transport.plan(attempt -> wanted.stream().filter(i -> i % 2 == 1)
                    .anyMatch(i -> attempt.call().operation().equals("PutItem")
                            && attempt.call().key().contains("#S#s" + i + round)) ? Fault.Plain.THROTTLE
                                    : Fault.Plain.NONE);

            var failed = collect.run(IntStream.range(0, 6)
                    .mapToObj(i -> wanted.get(i) && i % 2 == 0 ? new Record("m" + i, "poison")
                            : record("m" + i, "s" + i + round))
                    .toList(), () -> 15_000);

            assertThat(failed).containsExactlyInAnyOrderElementsOf(
                    wanted.stream().mapToObj(i -> "m" + i).toList());
        }
        assertThat(inbox()).hasSize((1 << 6) - 1);
    }

    @Test
    void refusesAMessageWhoseBodyNamesAnotherApp() {
        var forged = stored(new AppId("other"), shop.id(), "s1").message();

        assertThat(collect.run(List.of(new Record("m1", forged)), () -> 15_000)).containsExactly("m1");
        assertThat(inbox()).isEmpty();
    }

    @Test
    void dropsTheChunksOfAnAppThatIsGone() {
        var gone = new AppId("gone");

        assertThat(collect.run(List.of(new Record("m1", stored(gone, gone, "s1").message())), () -> 15_000)).isEmpty();
        assertThat(inbox()).isEmpty();
    }

    @Test
    void returnsWhatItHasNoTimeFor() {
        assertThat(collect.run(List.of(record("m1", "s1")), () -> 1_000)).containsExactly("m1");
        assertThat(inbox()).isEmpty();
    }

    private Set<String> inbox() {
        var names = new TreeSet<>(aws.objects(TestContext.BUCKET).keySet());
        names.removeIf(name -> !name.startsWith("inbox/"));
        return names;
    }

    private Record record(String id, String session) {
        return new Record(id, stored(shop.id(), shop.id(), session).message());
    }

    private static StoredChunk stored(AppId inBody, AppId inKey, String session) {
        var event = new StoredEvent(0, "e-" + session, EventType.SCREEN_VIEW, NOON, false, false, List.of(),
                "{\"event_id\":\"e-%s\",\"session_id\":\"%s\",\"user_id\":\"u1\",\"screen_name\":\"home\"}"
                        .formatted(session, session));
        var chunk = new Chunk(inBody, "batch-" + session, NOON, "/api/v1/screen-views", "r3quest", null,
                new Chunk.Client("1p", "visitor_1", null, null, null, null), 1.0, List.of(event));
        var key = ChunkKey.first(inKey, Hour.of(NOON), 0, session, "batch-" + session);
        return new StoredChunk(key, "h4sh", ChunkJson.write(chunk),
                Optional.of(new Verdicts(1, 0, Set.of(), Map.of())));
    }
}

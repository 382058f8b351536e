package tracenova.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tracenova.app.AppId;
import tracenova.lake.Bucket;
import tracenova.lake.Hooked;
import tracenova.lake.ObjectNames;
import tracenova.lake.TestLake;
import tracenova.lake.TestRequest;

class CompactionTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final TestLake lake = new TestLake();

    @AfterEach
    void close() {
        lake.close();
    }

    private static TestRequest request(String app, int number) {
        return TestRequest.of(app, "b" + number, NOON.plusSeconds(number))
                .event("e" + number, "screen_view", NOON, "s1")
                .event("x" + number, "crash", NOON.minusSeconds(3_600), "s1");
    }

    private void receive(String app, int... numbers) {
        for (var number : numbers) lake.object(app, TestRequest.gzip(request(app, number).lines()));
    }

    private static Compaction.Report compact(TestLake lake) {
        return lake.bean(Compaction.class).run(lake.clock().instant());
    }

    private List<String> inbox() {
        return lake.objects().keySet().stream().filter(name -> name.startsWith(ObjectNames.INBOX)).toList();
    }

    private List<String> events() {
        return lake.ask("shop", "SELECT event_id FROM rows ORDER BY ALL");
    }

    @Test
    void takesTheInboxOfEveryAppIntoItsLake() {
        receive("shop", 1, 2);
        receive("blog", 3);

        var report = compact(lake);

        assertThat(report).isEqualTo(new Compaction.Report(3, 2, 0, 0, 0));
        assertThat(inbox()).isEmpty();
        assertThat(events()).containsExactly("e1", "e2", "x1", "x2");
        assertThat(lake.ask("blog", "SELECT count(*) FROM rows")).containsExactly("2");
    }

    @Test
    void anEmptyInboxCostsOneCall() {
        var transport = Hooked.counting(lake.aws());
        try (var idle = new TestLake(lake, transport)) {
            compact(idle);
        }

        assertThat(transport.calls()).isEqualTo(1);
    }

    @Test
    void oneAppsFailureDoesNotStopTheNext() {
        receive("blog", 1);
        receive("shop", 2);
        lake.bean(Bucket.class).put(ObjectNames.manifest(new AppId("blog")), "{".getBytes(StandardCharsets.UTF_8));

        var report = compact(lake);

        assertThat(report).isEqualTo(new Compaction.Report(1, 1, 0, 1, 1));
        assertThat(events()).containsExactly("e2", "x2");
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void repeatsAreTakenOutOfTheInboxAndTheManifestStays() {
        receive("shop", 1);
        compact(lake);
        receive("shop", 1);

        assertThat(compact(lake)).isEqualTo(new Compaction.Report(1, 0, 0, 0, 0));
        assertThat(inbox()).isEmpty();
        assertThat(lake.manifest("shop").version()).isEqualTo(1);
    }

    @Test
    void aLargeBacklogBecomesSeveralManifestsEachWhole() {
        receive("shop", IntStream.range(0, 501).toArray());

        assertThat(compact(lake)).isEqualTo(new Compaction.Report(501, 2, 0, 0, 0));
        assertThat(events()).hasSize(1_002);
    }

    @Test
    void aRunThatIsTooOldTouchesNothing() {
        receive("shop", 1);

        var report = lake.bean(Compaction.class).run(lake.clock().instant().minus(Duration.ofMinutes(31)));

        assertThat(report).isEqualTo(new Compaction.Report(0, 0, 0, 1, 0));
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void droppedFilesAreDeletedAnHourLater() {
        receive("shop", 1);
        compact(lake);
        var first = lake.manifest("shop").objects(new AppId("shop"));
        lake.clock().advance(Duration.ofMinutes(1));
        receive("shop", 2);
        compact(lake);
        assertThat(lake.objects().keySet()).containsAll(first);

        lake.clock().advance(Duration.ofMinutes(61));
        receive("shop", 3);
        compact(lake);

        assertThat(lake.objects().keySet()).doesNotContainAnyElementsOf(first).containsAll(named());
    }

    private List<String> named() {
        return lake.manifest("shop").objects(new AppId("shop"));
    }

    @Test
    void filesThatWereNeverNamedGoByTheirAge() {
        var orphan = "lake/activity/app=shop/dt=2026-01-31/hour=12/part-00-" + NOON.toEpochMilli() + ".parquet";
        lake.bean(Bucket.class).put(orphan, new byte[] {1});
        receive("shop", 1);
        compact(lake);
        lake.clock().advance(Duration.ofMinutes(59));
        receive("shop", 3_599);
        compact(lake);
        assertThat(lake.objects()).containsKey(orphan);

        lake.clock().advance(Duration.ofMinutes(2));
        receive("shop", 3_600);
        compact(lake);
        assertThat(lake.objects()).doesNotContainKey(orphan).containsKeys(named().toArray(String[]::new));
    }

    /// How many calls a run makes that finds two new objects of one app with a manifest.
    private static final int CALLS = 19;

    static Stream<Integer> everyCall() {
        return IntStream.range(0, CALLS).boxed();
    }

    private void startWithALakeAndTwoNewObjects() {
        receive("shop", 1);
        compact(lake);
        lake.clock().advance(Duration.ofMinutes(1));
        receive("shop", 1, 2, 4_000);
    }

    @Test
    void theCallsOfARunAreCounted() {
        startWithALakeAndTwoNewObjects();
        var transport = Hooked.counting(lake.aws());
        try (var run = new TestLake(lake, transport)) {
            compact(run);
        }

        assertThat(transport.calls()).isEqualTo(CALLS);
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aRunThatOverlapsAnotherAtAnyCallLosesAndDoublesNothing(int call) {
        startWithALakeAndTwoNewObjects();
        var overlapped = new Hooked(lake.aws(), call, next -> {
            receive("shop", 3);
            compact(lake);
            return next.call();
        });
        try (var run = new TestLake(lake, overlapped)) {
            compact(run);
        }
        compact(lake);

        assertThat(events()).containsExactly("e1", "e2", "e3", "e4000", "x1", "x2", "x3", "x4000");
        assertThat(lake.objects().keySet()).containsAll(named());
        assertThat(inbox()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aCallWhoseAnswerIsLostIsMadeAgainAndNothingIsDoubled(int call) {
        startWithALakeAndTwoNewObjects();
        var lossy = new Hooked(lake.aws(), call, next -> {
            next.call();
            throw new IOException("answer lost");
        });
        try (var run = new TestLake(lake, lossy)) {
            assertThat(compact(run).moved()).isEqualTo(1);
        }

        assertThat(lake.manifest("shop").version()).isEqualTo(2);
        assertThat(events()).containsExactly("e1", "e2", "e4000", "x1", "x2", "x4000");
        assertThat(inbox()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aRunThatDiesAtAnyCallIsMadeGoodByTheNext(int call) {
        startWithALakeAndTwoNewObjects();
        var crashing = new Hooked(lake.aws(), call, next -> {
            next.call();
            throw new OutOfMemoryError("killed");
        });
        try (var run = new TestLake(lake, crashing)) {
            assertThatThrownBy(() -> compact(run)).isInstanceOf(OutOfMemoryError.class);
        }
        assertThat(lake.objects().keySet()).containsAll(named());
        lake.clock().advance(Duration.ofMinutes(1));
        compact(lake);

        assertThat(events()).containsExactly("e1", "e2", "e4000", "x1", "x2", "x4000");
        assertThat(lake.manifest("shop").version()).isEqualTo(2);
        assertThat(inbox()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aRunThatSleepsForAnHourAtAnyCallDoesNoHarm(int call) {
        startWithALakeAndTwoNewObjects();
        var sleeping = new Hooked(lake.aws(), call, next -> {
            receive("shop", 3);
            compact(lake);
            lake.clock().advance(Duration.ofMinutes(61));
            receive("shop", 7_200);
            compact(lake);
            return next.call();
        });
        try (var run = new TestLake(lake, sleeping)) {
            compact(run);
        }
        compact(lake);

        assertThat(events()).containsExactly(
                "e1", "e2", "e3", "e4000", "e7200", "x1", "x2", "x3", "x4000", "x7200");
        assertThat(lake.objects().keySet()).containsAll(named());
        assertThat(inbox()).isEmpty();
    }

    @Test
    void theFunctionReadsItsTickAndAnswersAReport() throws IOException {
        receive("shop", 1);
        var out = new ByteArrayOutputStream();

        new CompactFunction(lake.context()).handleRequest(
                new ByteArrayInputStream("{\"at\":\"2026-01-31T12:00:00Z\"}".getBytes(StandardCharsets.UTF_8)), out,
                null);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"consumed\":1").contains("\"failed_apps\":0");
        assertThat(events()).containsExactly("e1", "x1");
    }
}

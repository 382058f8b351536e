package tracenova.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.insights.TestInsights.NOON;

import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.lake.Bucket;
import tracenova.lake.Hooked;
import tracenova.lake.ObjectNames;
import tracenova.lake.TestLake;
import tracenova.lake.TestRequest;
import tracenova.table.Item;
import tracenova.table.ItemKey.AppListKey;
import tracenova.table.Table;

class InsightsTest {

    private final TestLake lake = new TestLake();
    private App app;

    @BeforeEach
    void createApp() {
        app = create("Shop");
    }

    private App create(String name) {
        return lake.bean(Apps.class).create("ws", name, "Web", ZoneId.of("Europe/Berlin"), "EUR");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void receive(App app, int number) {
        var received = NOON.plusSeconds(number);
        lake.merge(app.id().value(), TestRequest.of(app.id().value(), "b" + number, received)
                .event("e" + number, "screen_view", received, "s1"));
    }

    private static Insights.Report refresh(TestLake lake) {
        return lake.bean(Insights.class).refresh();
    }

    private Pointer pointer() {
        return lake.bean(Publisher.class).read(app.id()).pointer();
    }

    private String current(Insight insight) {
        return lake.objects().get(pointer().insights().get(insight.toString()).object()).text();
    }

    private List<String> snapshots() {
        return lake.objects().keySet().stream().filter(name -> name.startsWith(ObjectNames.snapshots(app.id())))
                .toList();
    }

    @Test
    void publishesOneObjectForTheSessionsAndOneForAllElse() {
        receive(app, 1);

        assertThat(refresh(lake)).isEqualTo(new Insights.Report(1, 1, 0, 0));

        assertThat(snapshots()).hasSize(2);
        assertThat(pointer().insights()).hasSize(Insight.values().length)
                .allSatisfy((_, current) -> assertThat(snapshots()).contains(current.object()));
        assertThat(current(Insight.OVERVIEW)).contains("\"total_events\":1,", "\"freshness\":{", "\"unique_users\":0")
                .doesNotContain("\"sessions\":{");
        assertThat(current(Insight.SESSIONS)).contains("\"sessions\":{", "\"session_id\":\"s1\"");
    }

    @Test
    void anAppThatHasNotMovedCostsTwoSmallReads() {
        receive(app, 1);
        refresh(lake);
        var transport = Hooked.counting(lake.aws());
        try (var other = new TestLake(lake, transport)) {
            refresh(other);
            var calls = transport.calls();
            assertThat(refresh(other)).isEqualTo(new Insights.Report(1, 0, 0, 0));

            assertThat(transport.calls() - calls).as("query of the apps, manifest, reconciled").isEqualTo(3);
        }
    }

    @Test
    void anAppWithoutEventsHasNoSnapshot() {
        assertThat(refresh(lake)).isEqualTo(new Insights.Report(1, 0, 0, 0));
        assertThat(lake.objects()).isEmpty();
    }

    @Test
    void theSameLakeGivesTheSameBytesWhateverTheClockSays() {
        receive(app, 1);
        refresh(lake);
        var first = lake.objects().get(snapshots().getFirst()).bytes();
        lake.bean(Bucket.class).delete(List.of(ObjectNames.pointer(app.id()), snapshots().getFirst()));
        lake.clock().advance(Duration.ofDays(100));

        try (var other = new TestLake(lake)) {
            refresh(other);
        }

        assertThat(lake.objects().get(snapshots().getFirst()).bytes()).isEqualTo(first);
    }

    @Test
    void changedSettingsAndReconciledHoursAreFollowed() {
        receive(app, 1);
        refresh(lake);
        lake.bean(Table.class).put(Item.at(new AppListKey(app.id()))
                .with("workspace", "ws").with("name", "Shop").with("platform", "Web").with("time_zone", "Asia/Tokyo")
                .with("currency", "EUR").with("created", app.created().toString()).with("settings", 2));
        refresh(lake);
        assertThat(current(Insight.OVERVIEW)).contains("Asia/Tokyo");

        lake.bean(Bucket.class).put(ObjectNames.reconciled(app.id()),
                "{\"through\":\"2026-01-31T11\",\"hours\":{}}".getBytes(StandardCharsets.UTF_8));
        refresh(lake);
        assertThat(current(Insight.FRESHNESS)).contains("\"reconciled_through\":\"2026-01-31T11\"");
    }

    @Test
    void hoursWithoutEventsPassWithoutAnythingBeingComputed() {
        receive(app, 1);
        reconcile("{\"through\":\"2026-01-31T12\",\"hours\":{\"2026-01-31T12\":{\"chunks\":1,\"marked\":true}}}");
        refresh(lake);

        reconcile("{\"through\":\"2026-01-31T13\",\"hours\":{\"2026-01-31T12\":{\"chunks\":1,\"marked\":true},"
                + "\"2026-01-31T13\":{\"chunks\":0,\"marked\":true,\"queued\":{},\"stuck\":[],\"refused\":{}}}}");
        assertThat(refresh(lake).published()).isZero();

        reconcile("{\"through\":\"2026-01-31T13\",\"hours\":{\"2026-01-31T12\":{\"chunks\":1,\"marked\":true},"
                + "\"2026-01-31T13\":{\"chunks\":0,\"marked\":true,\"refused\":{\"malformed\":2}}}}");
        assertThat(refresh(lake).published()).isOne();
    }

    private void reconcile(String document) {
        lake.bean(Bucket.class).put(ObjectNames.reconciled(app.id()), document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFailingInsightKeepsItsPreviousSnapshotAndIsMarkedStale() {
        receive(app, 1);
        refresh(lake);
        var before = pointer().insights().get("freshness");
        lake.bean(Bucket.class).put(ObjectNames.reconciled(app.id()),
                "{\"through\":\"20\",\"hours\":{}}".getBytes(StandardCharsets.UTF_8));
        receive(app, 2);

        assertThat(refresh(lake)).isEqualTo(new Insights.Report(1, 1, 1, 0));

        assertThat(pointer().insights().get("freshness")).isEqualTo(new Pointer.Current(before.object(), 1, true));
        assertThat(pointer().insights().get("overview").manifest()).isEqualTo(2);
        assertThat(current(Insight.FRESHNESS)).contains("\"freshness\"");
    }

    @Test
    void oneAppsFailureDoesNotStopTheNext() {
        receive(app, 1);
        var broken = create("Broken");
        lake.bean(Bucket.class).put(ObjectNames.manifest(broken.id()), "{".getBytes(StandardCharsets.UTF_8));

        assertThat(refresh(lake)).isEqualTo(new Insights.Report(2, 1, 0, 1));
    }

    @Test
    void supersededSnapshotsAreDeletedAnHourLater() {
        receive(app, 1);
        refresh(lake);
        var first = snapshots();
        receive(app, 2);
        refresh(lake);
        assertThat(snapshots()).hasSize(4).containsAll(first);

        lake.clock().advance(Duration.ofMinutes(61));
        receive(app, 3);
        refresh(lake);

        assertThat(snapshots()).hasSize(4).doesNotContainAnyElementsOf(first);
    }

    @Test
    void snapshotsThatWereNeverNamedGoByTheirAge() {
        var orphan = ObjectNames.snapshot(app.id(), 1, "orphan");
        lake.bean(Bucket.class).put(orphan, new byte[] {1});
        lake.clock().advance(Duration.ofMinutes(61));
        receive(app, 1);
        refresh(lake);

        assertThat(snapshots()).hasSize(2).doesNotContain(orphan);
    }

    @Test
    void aSnapshotWithNoSuccessorIsKeptForEver() {
        receive(app, 1);
        refresh(lake);
        lake.clock().advance(Duration.ofDays(400));
        refresh(lake);

        assertThat(snapshots()).hasSize(2);
    }

    /// How many calls a run makes that finds one app moved.
    private static final int CALLS = 10;

    static Stream<Integer> everyCall() {
        return IntStream.range(0, CALLS).boxed();
    }

    @Test
    void theCallsOfARunAreCounted() {
        receive(app, 1);
        var transport = Hooked.counting(lake.aws());
        try (var run = new TestLake(lake, transport)) {
            refresh(run);
        }

        assertThat(transport.calls()).isEqualTo(CALLS);
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aRunThatIsOvertakenAtAnyCallNeverPointsBack(int call) {
        receive(app, 1);
        refresh(lake);
        receive(app, 4_000);
        var overtaken = new Hooked(lake.aws(), call, next -> {
            receive(app, 3);
            refresh(lake);
            return next.call();
        });
        try (var run = new TestLake(lake, overtaken)) {
            refresh(run);
        }

        assertThat(pointer().manifest()).isEqualTo(3);
        assertThat(lake.objects().keySet()).containsAll(pointer().objects());
        assertThat(current(Insight.OVERVIEW)).contains("\"total_events\":3,");
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aCallWhoseAnswerIsLostIsMadeAgain(int call) {
        receive(app, 1);
        var lossy = new Hooked(lake.aws(), call, next -> {
            next.call();
            throw new IOException("answer lost");
        });
        try (var run = new TestLake(lake, lossy)) {
            assertThat(refresh(run)).isEqualTo(new Insights.Report(1, 1, 0, 0));
        }

        assertThat(current(Insight.OVERVIEW)).contains("\"total_events\":1,");
    }

    @Test
    void theFunctionReadsItsTickAndAnswersAReport() throws IOException {
        receive(app, 1);
        var out = new ByteArrayOutputStream();

        new InsightsFunction(lake.context()).handleRequest(
                new ByteArrayInputStream("{\"at\":\"2026-01-31T12:00:00Z\"}".getBytes(StandardCharsets.UTF_8)), out,
                null);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"published\":1");
    }

    @Test
    void everyAnswerReadsBackAsItsRecord() throws IOException {
        receive(app, 1);
        var answers = lake.bean(Questions.class).ask(app, lake.manifest(app.id().value()), "{}");
        var json = lake.bean(JsonMapper.class);

        assertThat(answers).containsOnlyKeys(Insight.values());
        for (var answer : answers.entrySet()) {
            var text = json.writeValueAsString(answer.getValue());
            assertThat(json.readValue(text, answer.getKey().answer())).isEqualTo(answer.getValue());
        }
    }
}

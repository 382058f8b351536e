package tracenova.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.AppId;
import tracenova.lake.Merged.Moved;
import tracenova.lake.Merged.TooLate;
import tracenova.lake.Merged.Unchanged;

class MergeTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final TestLake lake = new TestLake();

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void storesEachRowInThePartitionOfItsOwnHour() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON.minusSeconds(1), "s1")
                .event("b", "screen_view", NOON, "s1")
                .event("c", "crash", NOON, "s1"));

        assertThat(lake.manifest("shop").partitions().keySet()).containsExactlyInAnyOrder(
                "activity/2026-01-31T11", "activity/2026-01-31T12", "errors/2026-01-31T12", "receipts/2026-01-31T12");
        assertThat(lake.ask("shop", "SELECT event_id, class, session_id FROM rows ORDER BY ALL"))
                .containsExactly("a activity s1", "b activity s1", "c errors s1");
    }

    @Test
    void keepsEveryColumnAsCollectWroteIt() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "custom", NOON.plusNanos(123_456_000), "s1",
                "amount", "12.500000001", "data", "{\"a\":[1,\"ü'\"]}", "duration_ms", 1.5, "success", false,
                "adjusted", true, "status_code", 503, "name", "checkout's"));

        assertThat(lake.ask("shop", """
                SELECT occurred_at, amount, data, duration_ms, success, adjusted, status_code, name FROM rows"""))
                .containsExactly(
                        "2026-01-31 12:00:00.123456 12.500000001 {\"a\":[1,\"ü'\"]} 1.5 false true 503 checkout's");
    }

    @Test
    void ofOneEventIdTheFirstReceivedWinsWhateverTheOrder() {
        var first = TestRequest.of("shop", "b2", NOON).event("a", "screen_view", NOON, "s1", "name", "first");
        var second = TestRequest.of("shop", "b1", NOON.plusSeconds(9)).event("a", "screen_view", NOON, "s1", "name",
                "second");

        lake.merge("shop", second);
        lake.merge("shop", first);

        assertThat(lake.ask("shop", "SELECT event_id, name FROM rows")).containsExactly("a first");
        assertThat(lake.ask("shop", "SELECT batch_id FROM receipts ORDER BY ALL")).containsExactly("b1", "b2");
    }

    @Test
    void equalsInTimeAreDecidedByChunkAndPosition() {
        lake.merge("shop",
                TestRequest.of("shop", "b2", NOON).event("a", "screen_view", NOON, "s1", "name", "b2"),
                TestRequest.of("shop", "b1", NOON)
                        .event("a", "screen_view", NOON, "s1", "name", "b1")
                        .event("a", "screen_view", NOON, "s1", "name", "b1 again"));

        assertThat(lake.ask("shop", "SELECT name FROM rows")).containsExactly("b1");
    }

    @Test
    void anIdInAnotherHourOrClassIsAnotherEvent() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1")
                .event("a", "screen_view", NOON.minusSeconds(1), "s1")
                .event("a", "error", NOON, "s1"));

        assertThat(lake.ask("shop", "SELECT count(*) FROM rows")).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderGroupingAndRepetitionGiveTheSameBytes(long seed) {
        var requests = new ArrayList<TestRequest>();
        for (int i = 0; i < 12; i++) requests.add(requestOf(i));
        requests.forEach(request -> lake.merge("shop", request));

        try (var other = new TestLake()) {
            var random = new Random(seed);
            var shuffled = new ArrayList<>(requests);
            shuffled.addAll(requests.subList(3, 7));
            Collections.shuffle(shuffled, random);
            while (!shuffled.isEmpty()) {
                var group = shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(5)));
                other.clock().advance(Duration.ofMinutes(1));
                other.merge("shop", group.toArray(TestRequest[]::new));
                group.clear();
            }

            assertThat(other.content("shop")).isEqualTo(lake.content("shop"));
            assertThat(other.manifest("shop").now()).isEqualTo(lake.manifest("shop").now());
        }
    }

    @Test
    void theBytesOfAPartitionDependOnNoNeighbour() {
        var full = TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1", "user_id", "u1");
        var bare = TestRequest.of("shop", "b2", NOON.minusSeconds(3_600)).event("b", "screen_view",
                NOON.minusSeconds(3_600), "-");
        var again = TestRequest.of("shop", "b3", NOON.plusSeconds(1)).event("a", "screen_view", NOON, "s1", "user_id",
                "u1");
        lake.merge("shop", full, bare, again);

        try (var other = new TestLake()) {
            other.merge("shop", again);
            other.merge("shop", bare);
            other.merge("shop", full);

            assertThat(other.content("shop")).isEqualTo(lake.content("shop"));
        }
    }

    /// Overlapping ids, times over three days, closed and open ones.
    private static TestRequest requestOf(int number) {
        var received = NOON.plus(Duration.ofHours(3L * number));
        var request = TestRequest.of("shop", "b" + number, received);
        for (int i = 0; i < 6; i++) {
            var type = i == 5 ? "error" : "screen_view";
            request.event("e" + (number * 3 + i), type, NOON.plus(Duration.ofHours((number * 3L + i) % 20)),
                    "s" + i % 3);
        }
        return request.rejected("invalid");
    }

    @Test
    void repeatsAloneDoNotMoveTheManifest() {
        var request = TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1");
        lake.merge("shop", request);
        var before = lake.objects();

        assertThat(lake.merge("shop", request, request)).isInstanceOf(Unchanged.class);
        before.forEach((name, object) -> assertThat(lake.objects()).containsEntry(name, object));
        assertThat(lake.manifest("shop").version()).isEqualTo(1);
    }

    @Test
    void theSameEventInALaterRequestIsARepeatWithAReceipt() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"));
        var again = TestRequest.of("shop", "b2", NOON.plusSeconds(7_200)).event("a", "screen_view", NOON, "s1");

        assertThat(lake.merge("shop", again)).isInstanceOf(Moved.class);
        assertThat(lake.ask("shop", "SELECT batch_id FROM rows")).containsExactly("b1");
        assertThat(lake.manifest("shop").partitions()).containsKey("receipts/2026-01-31T14");
    }

    @Test
    void aLateEventKeepsAllEarlierRowsOfItsPartition() {
        var now = NOON.plus(Duration.ofDays(29));
        lake.merge("shop", TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "screen_view", NOON, "s1"));
        lake.merge("shop", TestRequest.of("shop", "b2", now).event("x", "screen_view", now, "s1"));
        var mart = lake.manifest("shop").marts().get("2026-01-31");

        lake.merge("shop", TestRequest.of("shop", "b3", now).event("c", "screen_view", NOON, "s1"));

        assertThat(lake.ask("shop", "SELECT event_id FROM rows ORDER BY ALL")).containsExactly("a", "b", "c", "x");
        assertThat(lake.manifest("shop").marts().get("2026-01-31")).isNotEqualTo(mart);
        assertThat(lake.ask("shop", "SELECT sum(events) FROM marts WHERE kind = 'events' AND class = 'activity'"))
                .containsExactly("3");
    }

    @Test
    void aDayIsFoldedOnceItIsClosed() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"));
        var open = Instant.parse("2026-02-01T00:14:59Z");
        lake.merge("shop", TestRequest.of("shop", "b2", open).event("b", "screen_view", open, "s1"));
        assertThat(lake.manifest("shop").marts()).isEmpty();

        var closed = open.plusSeconds(1);
        lake.merge("shop", TestRequest.of("shop", "b3", closed).event("c", "screen_view", closed, "s1"));

        assertThat(lake.manifest("shop").marts().keySet()).containsExactly("2026-01-31");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void martsHoldExactlyWhatTheirPartitionsFoldTo(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 15; i++) {
            var received = NOON.plus(Duration.ofMinutes(random.nextInt(4 * 1440)));
            var request = TestRequest.of("shop", "b" + i, received);
            for (int k = 0; k < 8; k++) {
                request.event("e" + random.nextInt(60), random.nextInt(4) == 0 ? "error" : "custom",
                        NOON.plus(Duration.ofMinutes(random.nextInt(4 * 1440))), "s" + random.nextInt(4), "name",
                        "n" + k % 2);
            }
            if (random.nextBoolean()) request.rejected("invalid");
            var lines = random.nextInt(3) == 0 ? request.linesWithout("s0") : request.lines();
            lake.merge("shop", List.of(lake.object("shop", TestRequest.gzip(lines))));
        }

        var closed = "(SELECT * FROM fold(getvariable('rows'), getvariable('receipts'))"
                + " WHERE left(hour, 10) IN (SELECT left(hour, 10) FROM marts))";
        assertThat(lake.manifest("shop").marts()).isNotEmpty();
        assertThat(lake.ask("shop", "FROM marts EXCEPT ALL SELECT * FROM " + closed)).isEmpty();
        assertThat(lake.ask("shop", "SELECT * FROM " + closed + " EXCEPT ALL FROM marts")).isEmpty();
    }

    @Test
    void aMartOfAnotherVersionIsFoldedAnew() {
        var later = NOON.plus(Duration.ofDays(2));
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"),
                TestRequest.of("shop", "b2", later).event("b", "screen_view", later, "s1"));
        var name = ObjectNames.manifest(new AppId("shop"));
        var manifest = lake.objects().get(name).text();
        lake.bean(Bucket.class).put(name, manifest.replace(",\"mart\":3", "").getBytes(StandardCharsets.UTF_8));
        assertThat(lake.manifest("shop").marts()).hasSize(1);
        assertThat(lake.manifest("shop").readableMarts()).isEmpty();

        lake.merge("shop", TestRequest.of("shop", "b3", later).event("c", "screen_view", later, "s1"));

        assertThat(lake.manifest("shop").readableMarts().keySet()).containsExactly("2026-01-31");
    }

    @Test
    void theLakeBeginsWithItsFirstHourOrWhereThatHasExpiredWithItsFirstDay() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"));
        assertThat(lake.manifest("shop").begin()).contains(NOON);

        var later = NOON.plus(Duration.ofDays(100));
        lake.merge("shop",
                TestRequest.of("shop", "b2", NOON.plus(Duration.ofDays(1))).event("b", "screen_view", NOON, "s1"));
        lake.merge("shop", TestRequest.of("shop", "b3", later).event("c", "screen_view", later, "s1"));
        assertThat(lake.manifest("shop").begin()).contains(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(Manifest.empty().begin()).isEmpty();
    }

    static Stream<byte[]> unreadable() {
        var good = TestRequest.of("shop", "b2", NOON).event("b", "screen_view", NOON, "s1").lines();
        var zipped = TestRequest.gzip(good);
        var flipped = zipped.clone();
        flipped[zipped.length / 2] ^= 4;
        return Stream.of(
                Arrays.copyOf(zipped, zipped.length - 9),
                flipped,
                "not even gzip".getBytes(StandardCharsets.UTF_8),
                TestRequest.gzip(good.substring(0, good.length() - 20)),
                TestRequest.gzip(good.replace("2026-01-31T12:00:00Z", "noon")),
                TestRequest.gzip(good.replace("\"app_id\":\"shop\"", "\"app_id\":\"other\"")),
                TestRequest.gzip(good.replace("\"kind\":\"row\"", "\"kind\":\"note\"")),
                TestRequest.gzip(good.lines().filter(line -> line.contains("receipt")).findFirst().orElseThrow()),
                TestRequest.gzip(good.lines().filter(line -> !line.contains("receipt")).findFirst().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void anObjectThatCannotBeReadIsSetAsideAndTheOthersAreStored(byte[] bytes) {
        var good = lake.object("shop", TestRequest.gzip(
                TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1").lines()));
        var bad = lake.object("shop", bytes);

        var merged = lake.merge("shop", List.of(bad, good));

        assertThat(merged).isInstanceOfSatisfying(Moved.class, moved -> assertThat(moved.setAside()).isEqualTo(1));
        assertThat(lake.ask("shop", "SELECT event_id FROM rows")).containsExactly("a");
        var aside = lake.manifest("shop").setAside().getFirst().object();
        assertThat(lake.objects().get(aside).bytes()).isEqualTo(bytes);
    }

    @Test
    void anObjectThatWasDamagedOnItsWayIsNotSetAside() {
        var good = lake.object("shop", TestRequest.gzip(
                TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1").lines()));
        var damaged = new InboxObject(good.name(), new Stored(new byte[] {1, 2, 3}, good.stored().etag()));

        assertThatThrownBy(() -> lake.merge("shop", List.of(damaged))).hasMessageContaining("arrived damaged");
        assertThat(lake.manifest("shop").version()).isZero();
    }

    @Test
    void whatIsReplacedIsNamedAsDroppedForAnHour() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"));
        var first = lake.manifest("shop").objects(new AppId("shop"));
        lake.clock().advance(Duration.ofMinutes(1));
        lake.merge("shop", TestRequest.of("shop", "b2", NOON).event("b", "screen_view", NOON, "s1"));

        assertThat(lake.manifest("shop").dropped()).extracting("object").containsExactlyInAnyOrderElementsOf(first);

        lake.clock().advance(Duration.ofMinutes(61));
        lake.merge("shop", TestRequest.of("shop", "b3", NOON).event("c", "screen_view", NOON, "s1"));
        assertThat(lake.manifest("shop").dropped()).extracting("object").doesNotContainAnyElementsOf(first);
    }

    @Test
    void partitionsEndWithTheirRetention() {
        var later = NOON.plus(Duration.ofDays(100));
        lake.merge("shop", TestRequest.of("shop", "b1", NOON)
                .event("a", "screen_view", NOON, "s1").event("b", "error", NOON, "s1"));
        lake.merge("shop", TestRequest.of("shop", "b2", later).event("c", "screen_view", later, "s1"));

        assertThat(lake.manifest("shop").partitions().keySet()).containsExactlyInAnyOrder(
                "errors/2026-01-31T12", "activity/2026-05-11T12", "receipts/2026-05-11T12");
        assertThat(lake.manifest("shop").marts().keySet()).containsExactly("2026-01-31");
    }

    @Test
    void aPartitionThatIsGoneFailsTheRun() {
        lake.merge("shop", TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1"));
        var gone = lake.manifest("shop").objects(new AppId("shop")).getFirst();
        lake.bean(Bucket.class).delete(List.of(gone));

        try (var other = new TestLake(lake)) {
            assertThatThrownBy(() -> other.merge("shop",
                    TestRequest.of("shop", "b2", NOON).event("b", "screen_view", NOON, "s1")))
                    .hasMessageContaining(gone);
        }
        assertThat(lake.manifest("shop").version()).isEqualTo(1);
    }

    @Test
    void aRunOlderThanHalfAnHourCommitsNothing() {
        var object = lake.object("shop", TestRequest.gzip(
                TestRequest.of("shop", "b1", NOON).event("a", "screen_view", NOON, "s1").lines()));
        var now = lake.clock().instant();
        var merge = lake.bean(Merge.class);
        var old = now.minus(Duration.ofMinutes(31));

        assertThat(merge.merge(new AppId("shop"), List.of(object), new Run(old, now))).isInstanceOf(TooLate.class);
        assertThat(merge.merge(new AppId("shop"), List.of(object), new Run(now, old))).isInstanceOf(TooLate.class);
        assertThat(lake.manifest("shop").version()).isZero();
    }
}

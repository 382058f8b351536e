package tracenova.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.AppId;
import tracenova.id.Hashes;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.ItemKey.FirstReceiptKey;
import tracenova.table.ItemKey.SessionHourKey;
import tracenova.table.ItemKey.UserSessionKey;

class ItemKeyTest {

    private static final AppId APP = new AppId("shop");
    private static final Hour HOUR = Hour.of(Instant.parse("2026-01-31T12:34:56Z"));
    private static final String ALPHABET = "-*#%~2dae/ \\\"éü€\u0301\u0000\u007f\u0085\uffff";

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
        "sess_1,sess_1", "-,%2d", "--,--", "a-b,a-b", "*,%2a", "~,%7e", "#,%23", "%,%25", "%2d,%252d", "a#b,a%23b",
        "a b,a%20b",
        "é,%c3%a9", "😀,%f0%9f%98%80", "/,/", "\\,\\"})
    void anIdIsEscapedInKeys(String id, String escaped) {
        assertThat(ItemKey.escaped(id)).isEqualTo(escaped);
    }

    @Test
    void R10_noTwoIdsShareAForm() {
        var random = new Random(10);
        var seen = new HashMap<String, String>();
        for (int i = 0; i < 200_000; i++) {
            var id = id(random);
            var other = seen.put(ItemKey.escaped(id), id);
            assertThat(other == null || other.equals(id)).as("%s and %s", id, other).isTrue();
        }
    }

    @Test
    void R10_aFormIsShortAndCannotBeTakenForAnythingElse() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            assertThat(ItemKey.escaped(id(random))).hasSizeBetween(1, 200)
                    .matches("[!-~]+").doesNotContain("#").doesNotContain("*").isNotEqualTo("-");
        }
    }

    @Test
    void R10_aHashedIdIsNoIdOfSomebodyElse() {
        var longest = "😀".repeat(200);
        var hashed = ItemKey.escaped(longest);

        assertThat(hashed).isEqualTo("~" + Hashes.sha256(longest));
        assertThat(ItemKey.escaped(hashed)).isNotEqualTo(hashed);
    }

    @Test
    void R10_noKeyExceedsALimitWhateverTheIds() {
        for (var id : List.of("😀".repeat(200), "#".repeat(66), "x".repeat(200), "%".repeat(200))) {
            var session = ItemKey.escaped(id);
            for (var key : List.of(ChunkKey.first(APP, HOUR, 7, session, id),
                    ChunkKey.later(APP, HOUR, 7, session, id, 999, "h".repeat(22)),
                    new SessionHourKey(APP, id, HOUR, id, id), new UserSessionKey(APP, id, id),
                    new FirstReceiptKey(APP, "r".repeat(22)))) {
                assertThat(key.pk().getBytes(UTF_8)).hasSizeLessThan(2_048);
                assertThat(key.sk().getBytes(UTF_8)).hasSizeLessThan(1_024);
            }
        }
    }

    @Test
    void aSeparatorInAnIdDoesNotMoveTheParts() {
        var keys = new HashSet<String>();
        keys.add(new SessionHourKey(APP, "s", HOUR, "a#b", "c").sk());
        keys.add(new SessionHourKey(APP, "s", HOUR, "a", "b#c").sk());
        keys.add(new SessionHourKey(APP, "s", HOUR, "a", "b").sk());
        keys.add(new SessionHourKey(APP, "s", HOUR, "", "a#b").sk());
        keys.add(new SessionHourKey(APP, "s", HOUR, "a#b", "").sk());

        assertThat(keys).hasSize(5);
        assertThat(ChunkKey.first(APP, HOUR, 1, "s", "b#0#x").sk())
                .isNotEqualTo(ChunkKey.later(APP, HOUR, 1, "s", "b", 0, "x").sk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "-", "*", "a/b", "#", "é", "a#H#b"})
    void aChunkIsFoundByItsName(String id) {
        var key = ChunkKey.later(APP, HOUR, 5, ItemKey.escaped(id), id, 12, "hash");

        assertThat(ChunkKey.parse(key.pk(), key.sk())).isEqualTo(key);
        assertThat(ChunkKey.named(APP, key.name())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "APP#shop", "KEY#x", "APP#shop#H#2026-01-31T12", "APP#shop#H#2026-01-31T12#8",
        "APP#shop#H#2026-01-31T12#-1",
        "APP#shop#H#2026-01-31T12#03", "APP#SHOP#H#2026-01-31T12#3", "APP##H#2026-01-31T12#3",
        "APP#shop#H#2026-01-31T24#3",
        "APP#shop#H#2026-01-31T12#refused", "APP#shop#B#2026-01-31T12#3", "APP#shop#H#2026-01-31T12#3#",
        "x#shop#H#2026-01-31T12#3"})
    void whatIsNoChunksKeyIsRefused(String pk) {
        assertThatThrownBy(() -> ChunkKey.parse(pk, "s#b#0")).isInstanceOf(RuntimeException.class);
    }

    /// Stored for ever: a session's chunks are looked for where they were put.
    @ParameterizedTest
    @CsvSource({"sess_1,4", "-,5", "é,1", "'',0", "polygenelubricants,0"})
    void theShardOfAnIdNeverChanges(String id, int shard) {
        assertThat(ChunkKey.shardOf(id)).isEqualTo(shard);
    }

    @Test
    void shardsAreEvenlyFilled() {
        var counts = new int[ChunkKey.SHARDS];
        for (int i = 0; i < 8_000; i++) {
            counts[ChunkKey.shardOf("sess_" + i)]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 500 && count < 1_500);
    }

    private static String id(Random random) {
        var id = new StringBuilder();
        for (int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 250 : 6); length > 0; length--) {
            int at = random.nextInt(ALPHABET.length() + 1);
            id.append(at == ALPHABET.length() ? "😀" : ALPHABET.substring(at, at + 1));
        }
        return id.toString();
    }
}

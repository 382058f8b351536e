package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.AppId;
import tracenova.event.Code;
import tracenova.event.EventType;
import tracenova.ingest.Chunk.Client;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.ingest.Verdicts.Rejection;
import tracenova.table.Hour;
import tracenova.table.ItemKey;
import tracenova.table.ItemKey.ChunkKey;

class StoredChunkTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.001Z");
    private static final Verdicts VERDICTS =
            new Verdicts(3, 0, Set.of(1), Map.of(2, new Rejection(Code.BLANK, "/events/2/name", "at least one")));

    @Test
    void isTheSameInTheTable() {
        var stored = stored("s", "b");

        var back = StoredChunk.of(stored.item());

        assertThat(back).usingRecursiveComparison().isEqualTo(stored);
        assertThat(back.chunk()).isEqualTo(chunk("shop", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "a\"b\\c", "é", "😀", "-", "*", "~", "#", "%", " ", "`'<>&", "\u2028"})
    void isTheSameInItsMessageWhichIsAscii(String id) {
        var stored = stored(id.repeat(100), id);

        var message = stored.message();

        assertThat(message).matches("[ -~]*");
        assertThat(StoredChunk.ofMessage(message)).usingRecursiveComparison().isEqualTo(stored);
        assertThat(StoredChunk.ofMessage(message).chunk()).isEqualTo(chunk("shop", id));
        assertThat(StoredChunk.ofMessage(message).message()).isEqualTo(message);
    }

    @Test
    void aLaterChunkHasNoVerdicts() {
        var stored = new StoredChunk(key("s", "b"), "hash", ChunkJson.write(chunk("shop", "b")), Optional.empty());

        assertThat(StoredChunk.of(stored.item()).verdicts()).isEmpty();
        assertThat(StoredChunk.ofMessage(stored.message()).verdicts()).isEmpty();
    }

    @Test
    void F52_theAppIsTheKeysAndTheBodyMustAgree() {
        var forged = stored("s", "b").message().replace("APP#shop#", "APP#bank#");

        assertThat(StoredChunk.ofMessage(forged).key().app()).isEqualTo(new AppId("bank"));
        refuses(() -> StoredChunk.ofMessage(forged).chunk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"x\"", "{}", "{\"v\":1}", "not json", "{\"v\":2}",
        "{\"v\":\"1\"}",
        "{\"v\":1,\"pk\":5,\"sk\":5,\"hash\":5,\"body\":5}",
        "{\"v\":1,\"pk\":\"APP#shop#H#2026-01-31T12#3\",\"sk\":\"s\",\"hash\":\"h\"}",
        "{\"v\":1,\"pk\":\"APP#shop#H#2026-01-31T12#3\",\"sk\":\"s\",\"hash\":\"h\",\"body\":\"no base64!\"}",
        "{\"v\":1,\"pk\":\"APP#shop#H#2026-01-31T12#8\",\"sk\":\"s\",\"hash\":\"h\",\"body\":\"\"}",
        "{\"v\":1,\"pk\":\"APP#shop#H#2026-01-31T25#3\",\"sk\":\"s\",\"hash\":\"h\",\"body\":\"\"}",
        "{\"v\":1,\"pk\":\"APP#shop#H#x#3\",\"sk\":\"s\",\"hash\":\"h\",\"body\":\"\"}",
        "{\"v\":1,\"pk\":\"KEY#abc\",\"sk\":\"KEY\",\"hash\":\"h\",\"body\":\"\"}"})
    void F48_refusesWhatIsNoMessage(String message) {
        refuses(() -> StoredChunk.ofMessage(message).chunk());
    }

    @Test
    void F48_refusesAMessageCutAnywhere() {
        var message = stored("s", "b").message();
        for (int length = 0; length < message.length(); length++) {
            var cut = message.substring(0, length);
            refuses(() -> StoredChunk.ofMessage(cut).chunk());
        }
    }

    @Test
    void F49_refusesAnUnknownVersion() {
        var message = stored("s", "b").message();

        refuses(() -> StoredChunk.ofMessage(message.replace("{\"v\":1,", "{\"v\":2,")));
    }

    /// Bytes turned over in the body: unreadable, or what can be read has the right app. Nothing else.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void F48_spoiltBytesAreRefusedOrRead(long seed) {
        var random = new Random(seed);
        var stored = stored("s", "b");
        for (int i = 0; i < 1_000; i++) {
            var body = stored.body().clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            }
            var spoilt = new StoredChunk(stored.key(), stored.hash(), body, Optional.empty());
            try {
                assertThat(StoredChunk.ofMessage(spoilt.message()).chunk().app()).isEqualTo(new AppId("shop"));
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("session");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "\"x\"", "{\"app\":\"shop\"}", "{\"app\":5}", "{\"app\":\"SHOP\"}",
        "nonsense", ""})
    void F48_refusesABodyThatIsNoChunk(String json) {
        refuses(() -> new StoredChunk(key("s", "b"), "h", Packing.pack(json), Optional.empty()).chunk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"n\":\"x\"}", "{\"n\":1,\"rejected\":[[1]]}", "{\"n\":1,\"repeats\":[{}]}", "x"})
    void F48_refusesVerdictsThatAreNone(String json) {
        var verdicts = Base64.getEncoder().encodeToString(Packing.pack(json));
        var message =
                stored("s", "b").message().replaceFirst("\"verdicts\":\"[^\"]*\"", "\"verdicts\":\"" + verdicts + "\"");

        refuses(() -> StoredChunk.ofMessage(message));
    }

    private static void refuses(ThrowingCallable reading) {
        assertThatIllegalArgumentException().isThrownBy(reading);
    }

    private static StoredChunk stored(String session, String batch) {
        return StoredChunk.of(key(session, batch), "hash", chunk("shop", batch), Optional.of(VERDICTS));
    }

    private static ChunkKey key(String session, String batch) {
        return ChunkKey.first(new AppId("shop"), Hour.of(NOW), 3, ItemKey.escaped(session), batch);
    }

    private static Chunk chunk(String app, String batch) {
        return new Chunk(new AppId(app), batch, NOW, "/api/v1/screen-views", "request", "2026-01-31T12:00:00Z",
                new Client("ip", "visitor_1", "Chrome", null, "desktop", "DE"), 1.25,
                List.of(new StoredEvent(0, "e😀\"\\", EventType.SCREEN_VIEW, NOW.plusNanos(7), true, false,
                        List.of("masked", "adjusted"), "{\"screen_name\":\"hö\\u00e9\",\"n\":1.50e3}"),
                        new StoredEvent(1, "f", EventType.ERROR, NOW, false, true, List.of(), "{ }")));
    }
}

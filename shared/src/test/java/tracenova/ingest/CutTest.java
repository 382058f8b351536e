package tracenova.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.event.Json;
import tracenova.event.Limits;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.testkit.Stored;

class CutTest {

    private static final int MESSAGE_BYTES = 256 * 1024;
    private static final int ITEM_BYTES = 400 * 1024;

    private final Requests requests = new Requests();

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void upToEightSessionsHaveAChunkEach() {
        var stored = send(IntStream.range(0, 24).mapToObj(i -> event("s" + i % 8, "")).toList());

        assertThat(stored.chunks()).hasSize(8);
        assertThat(stored.chunks()).allSatisfy(chunk -> {
            var positions = chunk.chunk().events().stream().map(StoredEvent::position).toList();
            assertThat(chunk.key().sk()).startsWith("s" + positions.getFirst() + "#");
            assertThat(positions).containsExactly(
                    positions.getFirst(), positions.getFirst() + 8, positions.getFirst() + 16);
        });
    }

    @Test
    void moreSessionsHaveAChunkPerShard() {
        var stored = send(IntStream.range(0, 1_000).mapToObj(i -> event("person-" + i, "")).toList());

        assertThat(stored.chunks()).hasSize(ChunkKey.SHARDS);
        assertThat(stored.chunks()).allSatisfy(chunk -> {
            assertThat(chunk.key().sk()).startsWith("*#");
            assertThat(chunk.chunk().events()).allSatisfy(event -> assertThat(ChunkKey.shardOf(
                    "person-" + event.position())).isEqualTo(chunk.key().shard()));
        });
        assertThat(stored.events()).extracting(StoredEvent::position)
                .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void noSessionIsOneAmongTheEight() {
        var seven = IntStream.range(0, 7).mapToObj(i -> event("s" + i, "")).collect(Collectors.toList());
        seven.add("{\"type\":\"custom\"}");

        assertThat(send(seven).chunks()).extracting(chunk -> chunk.key().sk().split("#")[0])
                .containsExactlyInAnyOrder("s0", "s1", "s2", "s3", "s4", "s5", "s6", "-");
    }

    @Test
    void theFirstChunkIsTheOneOfPositionZeroAndAloneCarriesTheVerdicts() {
        var stored = send(List.of("{\"type\":5,\"session_id\":\"z\"}", event("a", ""), event("b", "")));

        assertThat(stored.chunks()).filteredOn(chunk -> chunk.verdicts().isPresent()).singleElement()
                .satisfies(first -> {
                    assertThat(first.key().sk()).matches("z#[^#]+#0");
                    assertThat(first.chunk().events()).isEmpty();
                });
        assertThat(requests.transport.calls()).filteredOn(call -> call.attempt().call().key().contains("#H#"))
                .first().satisfies(call -> assertThat(call.attempt().call().key()).contains(" z#"));
    }

    @Test
    void laterChunksCarryTheContentHashInTheirKeys() {
        var chunks = send(List.of(event("a", ""), event("b", ""))).chunks();

        assertThat(chunks).extracting(chunk -> chunk.key().sk().split("#").length).containsExactly(3, 4);
        assertThat(chunks.getLast().key().sk()).endsWith("#" + chunks.getLast().hash());
        assertThat(chunks).extracting(StoredChunk::hash).hasSameElementsAs(List.of(chunks.getFirst().hash()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void verdictsNeverMoveABoundary(int seed) {
        var random = new Random(seed);
        var valid = IntStream.range(0, 300)
                .mapToObj(i -> event("s" + random.nextInt(seed * 6),
                        ",\"payload\":{\"a\":\"" + letters(random, random.nextInt(2_000)) + "\"}"))
                .toList();
        // The same length and session, but no word that names it.
        var rejected = valid.stream().map(event -> random.nextBoolean() ? event.replace("\"type\"", "\"typo\"") : event)
                .toList();

        assertThat(boundaries(rejected)).isEqualTo(boundaries(valid));
    }

    /// The positions of each chunk, as the cut has them.
    private List<List<Integer>> boundaries(List<String> events) {
        return Cut.of(batch(events)).stream()
                .map(cut -> cut.events().stream().map(Batch.Incoming::position).toList())
                .toList();
    }

    private Batch batch(List<String> events) {
        var incoming = new ArrayList<Batch.Incoming>();
        for (var event : events) {
            var session = Json.of(event).get("session_id").orElseThrow().string();
            incoming.add(new Batch.Incoming(incoming.size(), event, "e", session, List.of(), new Batch.Passes()));
        }
        return new Batch(requests.app.id(), Requests.BATCH, "b", true, "hash", null, requests.clock.instant(),
                incoming);
    }

    /// What makes more of an event than was sent, or packs badly.
    enum Hostile {
        RANDOM_BASE64(random -> "\"k" + random.nextLong() + "\":\"" + base64(random, 3_000) + "\""),
        RANDOM_UNICODE(random -> "\"k" + random.nextLong() + "\":\"" + unicode(random) + "\""),
        HALVES_OF_EMOJI(random -> "\"k" + random.nextLong() + "\":\"\\ud83d" + letters(random, 3) + "\""),
        E_MAIL_NAMES(random -> "\"" + letters(random, 1) + "@" + letters(random, 1) + "." + small(random) + "\":1"),
        PASSWORD_NAMES(random -> "\"pin=" + letters(random, 3) + "\":1"),
        ADDRESS_NAMES(random -> "\"" + random.nextInt(10) + "." + random.nextInt(10) + "." + random.nextInt(100) + "."
                + random.nextInt(100) + "\":1"),
        ADDRESSES(random -> "\"k" + random.nextLong() + "\":[{\"client_ip\":\"" + random.nextInt(10) + "."
                + random.nextInt(10) + "." + random.nextInt(100) + "." + random.nextInt(100) + "\"}]"),
        PASSWORDS(random -> "\"k" + letters(random, 3) + "\":[{\"pin\":1},{\"pin\":2}]");

        final Function<Random, String> member;

        Hostile(Function<Random, String> member) {
            this.member = member;
        }
    }

    @ParameterizedTest
    @EnumSource(Hostile.class)
    void everyChunkFitsItsItemAndItsMessageWhateverItHolds(Hostile hostile) {
        var random = new Random(hostile.ordinal());
        // As much as a request may bring, most of it refused: the verdicts of 900 events ride along.
        var events = IntStream.range(0, 6).mapToObj(i -> filled(hostile, random)).collect(Collectors.toList());
        IntStream.range(0, 900).forEach(i -> events.add(wrong(random)));

        var stored = send("/api/v1/errors", events);

        assertFits(stored);
        assertThat(stored.queued()).hasSameSizeAs(stored.chunks());
    }

    @Test
    void aThousandRejectionsFitBesideAFullChunk() {
        var random = new Random(7);
        var events = Stream.concat(Stream.of(filled(Hostile.E_MAIL_NAMES, random)),
                IntStream.range(0, 999).mapToObj(i -> wrong(random))).toList();

        var stored = send("/api/v1/errors", events);

        assertFits(stored);
        assertThat(stored.chunks().getFirst().verdicts().orElseThrow().rejected()).hasSize(999);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void partsAreBoundedAndCompleteForRandomRequests(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<String>();
        int sessions = 1 + random.nextInt(20);
        int bytes = 0;
        while (events.size() < Limits.EVENTS_PER_BATCH && bytes < 400_000) {
            var text = letters(random, random.nextInt(random.nextInt(20) == 0 ? 60_000 : 1_500));
            events.add(event("s" + random.nextInt(sessions), ",\"payload\":{\"a\":\"" + text + "\"}"));
            bytes += text.length();
        }

        var stored = send(events);

        assertFits(stored);
        assertThat(stored.events()).extracting(StoredEvent::json).isEqualTo(events);
        assertThat(stored.chunks().size()).isLessThan(2 * bytes / Cut.BYTES + Math.min(sessions, 8) + 1);
        assertThat(stored.chunks()).allSatisfy(chunk -> assertThat(chunk.chunk().events().stream()
                .mapToInt(event -> event.json().length()).sum()).isLessThanOrEqualTo(Cut.BYTES));
    }

    private static void assertFits(Stored stored) {
        assertThat(stored.chunks()).isNotEmpty().allSatisfy(chunk -> {
            assertThat(chunk.message()).hasSizeLessThanOrEqualTo(MESSAGE_BYTES).matches("[ -~]*");
            assertThat(size(chunk)).isLessThan(ITEM_BYTES);
        });
    }

    private static int size(StoredChunk chunk) {
        return chunk.body().length + chunk.key().pk().length() + chunk.key().sk().length() + chunk.hash().length() + 100
                + chunk.verdicts().map(all -> Packing.pack(all.toJson()).length).orElse(0);
    }

    private Stored send(List<String> events) {
        return send(Requests.BATCH, events);
    }

    private Stored send(String path, List<String> events) {
        var before = requests.aws.stored();
        requests.store(path, Requests.events(events));
        return requests.aws.stored().since(before);
    }

    private static String event(String session, String more) {
        return "{\"type\":\"custom\",\"session_id\":\"" + session + "\"" + more + "}";
    }

    /// An event of almost 64 KiB made of such members.
    private static String filled(Hostile hostile, Random random) {
        var members = new HashSet<String>();
        int bytes = 0;
        while (bytes < 60_000) {
            var member = hostile.member.apply(random);
            bytes += members.add(member) ? member.getBytes(UTF_8).length + 1 : 0;
        }
        return "{\"message\":\"m\",\"session_id\":\"s\",\"context\":{" + String.join(",", members) + "}}";
    }

    /// An event that is refused for one of many reasons.
    private static String wrong(Random random) {
        var fields =
                List.of("message", "stack_trace", "file", "line", "severity", "user_info", "device_info", "context",
                        "error_type", "error_code", "page_slug", "user_agent", "breadcrumbs", "resolved", "resolved_at",
                        "event_id",
                        "visitor_id", "user_id", "user_role", "occurred_at", "url", "release", "environment",
                        "sample_rate", "metadata");
        var values = List.of("true", "-1", "1.5", "\"\"", "[]", "{}", "null");
        return "{\"session_id\":\"s\",\"" + fields.get(random.nextInt(fields.size())) + "\":"
                + values.get(random.nextInt(values.size())) + "}";
    }

    private static String base64(Random random, int count) {
        return Base64.getEncoder().encodeToString(bytes(random, count));
    }

    private static String unicode(Random random) {
        return random.ints(800, 0x20, 0x30000)
                .filter(c -> c != '"' && c != '\\' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String letters(Random random, int count) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes(random, count)).substring(0, count)
                .replace('/', '_');
    }

    private static byte[] bytes(Random random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String small(Random random) {
        return random.ints(2, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}

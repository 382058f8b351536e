package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.ingest.Answer.Stored;
import tracenova.ingest.Chunk.StoredEvent;

/// X1, X2: who a batch and its events are is settled by the request alone.
class IdentityTest {

    private static final String EVENT = "{\"type\":\"custom\",\"session_id\":\"s\"}";
    private static final String WITH_ID = "{\"type\":\"custom\",\"session_id\":\"s\",\"event_id\":\"e1\"}";
    private static final String OTHER_ID = "{\"type\":\"custom\",\"session_id\":\"s\",\"event_id\":\"e2\"}";

    private final Requests requests = new Requests();

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void X1_theHeaderNamesTheBatchBeforeTheBodyBeforeTheEvents() {
        var body = "{\"batch_id\":\"b\",\"events\":[" + WITH_ID + "]}";

        assertThat(requests.store(Requests.BATCH, body, Map.of("idempotency-key", "h")).batchId()).isEqualTo("h");
        assertThat(requests.store(Requests.BATCH, body).batchId()).isEqualTo("b");
        assertThat(requests.store(Requests.BATCH, Requests.events(List.of(WITH_ID))).batchId()).isEqualTo("e1");
        assertThat(requests.store(Requests.TRACK, WITH_ID.replace("e1", "e3")).batchId()).isEqualTo("e3");
        assertThat(requests.store(Requests.TRACK, "{\"batch_id\":7," + WITH_ID.substring(1)).batchId()).isEqualTo("7");
    }

    @Test
    void X1_manyEventsWithIdsNameTheirBatchTogether() {
        var named = requests.store(Requests.BATCH, Requests.events(List.of(WITH_ID, OTHER_ID))).batchId();

        assertThat(named).hasSize(22);
        assertThat(requests.store(Requests.BATCH, Requests.events(List.of(OTHER_ID, WITH_ID))).batchId())
                .isNotEqualTo(named);
        requests.clock.advance(Duration.ofMillis(1));
        assertThat(requests.store(Requests.BATCH, Requests.events(List.of(WITH_ID, OTHER_ID))).batchId())
                .isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENT, "null", "5", "{\"type\":\"custom\",\"event_id\":\"\"}"})
    void X1_oneEventWithoutAnIdLeavesTheBatchNameless(String nameless) {
        var body = Requests.events(List.of(WITH_ID, nameless));

        assertThat(requests.store(Requests.BATCH, body).batchId())
                .isNotEqualTo(requests.store(Requests.BATCH, body).batchId());
    }

    @Test
    void X1_aDerivedEventIdFollowsFromBatchPositionAndContent() {
        var first = ids("b", EVENT, EVENT);

        assertThat(first).doesNotHaveDuplicates().allMatch(id -> id.matches("evt_[A-Za-z0-9_-]{22}"));
        assertThat(ids("b2", EVENT, EVENT)).doesNotContainAnyElementsOf(first);
        // A batch id that a careless client uses twice does not make two events one.
        assertThat(ids("b", EVENT.replace("\"s\"", "\"t\""))).doesNotContainAnyElementsOf(first);
    }

    @Test
    void X1_rejectedEventsCountAsPositions() {
        assertThat(ids("p", "{\"type\":5}", EVENT).getLast()).isEqualTo(ids("p", "{\"type\":6}", EVENT).getLast());
        assertThat(ids("p", "{\"type\":5}", EVENT).getLast())
                .isNotEqualTo(ids("p", EVENT.replace("s\"}", "s\" }")).getFirst());
    }

    @Test
    void X2_theContentHashCoversExactlyTheEventsAsSent() {
        var hash = hash(Requests.TRACK, WITH_ID, Map.of());

        assertThat(hash(Requests.TRACK, "{\"api_key\":\"x\"," + WITH_ID.substring(1), Map.of())).isEqualTo(hash);
        assertThat(hash(Requests.TRACK, "{\"batch_id\":\"z\"," + WITH_ID.substring(1), Map.of())).isEqualTo(hash);
        assertThat(hash(Requests.TRACK, "{\"sent_at\":\"2026-01-31T12:00:00Z\"," + WITH_ID.substring(1), Map.of()))
                .isEqualTo(hash);
        assertThat(hash(Requests.TRACK, WITH_ID, Map.of("idempotency-key", "k"))).isEqualTo(hash);
        assertThat(hash(Requests.BATCH, Requests.events(List.of(WITH_ID)), Map.of())).isEqualTo(hash);
        assertThat(hash(Requests.TRACK, WITH_ID.replace("s\"", "t\""), Map.of())).isNotEqualTo(hash);
        assertThat(hash(Requests.TRACK, WITH_ID.replace("{", "{ "), Map.of())).isNotEqualTo(hash);
    }

    @Test
    void X2_framesTheEventsSoThatNoTwoBatchesLookAlike() {
        var one = hash(Requests.BATCH, Requests.events(List.of(WITH_ID, OTHER_ID)), Map.of());

        assertThat(hash(Requests.BATCH, Requests.events(List.of(OTHER_ID, WITH_ID)), Map.of())).isNotEqualTo(one);
        assertThat(hash(Requests.BATCH, Requests.events(List.of(WITH_ID)), Map.of())).isNotEqualTo(one);
    }

    @Test
    void X2_theHashIsTheAppsOwn() {
        var elsewhere = new Requests();
        try {
            requests.store(Requests.TRACK, WITH_ID);
            elsewhere.store(Requests.TRACK, WITH_ID);

            assertThat(requests.aws.stored().chunks().getFirst().hash())
                    .isNotEqualTo(elsewhere.aws.stored().chunks().getFirst().hash());
        } finally {
            elsewhere.close();
        }
    }

    @Test
    void anEventWithoutAnyNameIsRemarkedAsNotIdempotent() {
        requests.store(Requests.BATCH, Requests.events(List.of(WITH_ID, EVENT)));

        assertThat(requests.aws.stored().events()).extracting(StoredEvent::remarks)
                .containsExactly(List.of(), List.of("not_idempotent"));
    }

    @Test
    void anIdThatLooksLikeASecretHasAStandInEverywhere() {
        var secret = "AKIAIOSFODNN7EXAMPLE";
        var stored = requests.store(Requests.TRACK,
                "{\"type\":\"custom\",\"session_id\":\"" + secret + "\",\"event_id\":\"" + secret + "\"}");

        assertThat(stored.batchId()).startsWith("masked_");
        assertThat(requests.aws.aws().items("tracenova").toString()).doesNotContain(secret);
        assertThat(requests.aws.stored().chunks().getFirst().message()).doesNotContain(secret);
    }

    private List<String> ids(String batch, String... events) {
        requests.aws.rewind();
        return requests.store(Requests.BATCH, Requests.events(List.of(events)), Map.of("idempotency-key", batch))
                .outcomes().stream().map(Outcome::eventId).toList();
    }

    private String hash(String path, String body, Map<String, String> headers) {
        requests.aws.rewind();
        Stored stored = requests.store(path, body, headers);
        assertThat(stored.outcomes()).isNotEmpty();
        return requests.aws.stored().chunks().getFirst().hash();
    }
}

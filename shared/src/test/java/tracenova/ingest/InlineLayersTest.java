package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.ingest.Answer.Layers;
import tracenova.testkit.Fault;
import tracenova.testkit.Fault.Plain;

/// X-31: the OneVault body of `/track` is answered when every layer has seen it.
class InlineLayersTest {

    private static final String ONEVAULT =
            "{\"page_url\":\"https://a.example/x\",\"event_type\":\"click\",\"session_id\":\"s\",\"user_id\":\"u\",\"event_id\":\"e\"}";

    private final Requests requests = new Requests();

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void aOneVaultEventIsNormalisedAndIndexedBeforeTheAnswer() {
        assertThat(requests.store(Requests.TRACK, ONEVAULT).layers()).isEqualTo(Layers.COMPLETED);

        assertThat(index()).containsExactlyInAnyOrder("APP#" + requests.app.id() + "#S#s",
                "APP#" + requests.app.id() + "#U#u");
        assertThat(requests.aws.stored().queued()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/track/async", "/api/v1/track/batch", "/api/v1/events/ingest"})
    void otherPathsOnlyQueue(String path) {
        var body = path.endsWith("batch") ? Requests.events(List.of(ONEVAULT)) : ONEVAULT;

        assertThat(requests.store(path, body).layers()).isEqualTo(Layers.QUEUED);
        assertThat(index()).isEmpty();
    }

    @Test
    void otherBodiesOfTrackOnlyQueue() {
        assertThat(requests.store(Requests.TRACK, "{\"type\":\"custom\",\"session_id\":\"s\"}").layers())
                .isEqualTo(Layers.QUEUED);
        assertThat(index()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Plain.class, names = {"THROTTLE", "E500", "IO_BEFORE", "HTML"})
    void F99_aLayerThatFailsIsLeftToCollect(Plain fault) {
        requests.transport.plan(attempt -> isIndex(attempt.call().key()) ? fault : Plain.NONE);

        assertThat(requests.store(Requests.TRACK, ONEVAULT).layers()).isEqualTo(new Layers(true, true, false));
        assertThat(requests.aws.stored().queued()).hasSize(1);
    }

    @Test
    void F99_aSlowLayerEndsWithTheDeadline() {
        var events = IntStream.range(0, 1_000)
                .mapToObj(i -> ONEVAULT.replace("\"s\"", "\"s" + i + "\"").replace("\"e\"", "\"e" + i + "\""))
                .collect(Collectors.toList());
        var slow = new Fault.Slow(Duration.ofMillis(100), Fault.Slow.Effect.BEFORE);
        requests.transport.plan(attempt -> isIndex(attempt.call().key()) ? slow : Plain.NONE);
        var start = requests.clock.instant();

        assertThat(requests.store(Requests.TRACK, Requests.events(events)).layers())
                .isEqualTo(new Layers(true, true, false));
        assertThat(Duration.between(start, requests.clock.instant())).isLessThan(Duration.ofSeconds(3));
        assertThat(requests.aws.stored().queued()).hasSize(8);
    }

    @Test
    void bothWaysDoneIsOnce() {
        requests.store(Requests.TRACK, ONEVAULT);
        var items = index();
        requests.clock.advance(Duration.ofMillis(1));

        try (var other = requests.another()) {
            assertThat(other.store(Requests.TRACK, ONEVAULT).layers()).isEqualTo(Layers.COMPLETED);
        }
        assertThat(index()).isEqualTo(items);
    }

    private static boolean isIndex(String key) {
        return key.contains("#S#") || key.contains("#U#");
    }

    private List<String> index() {
        return requests.aws.stored().items().stream().map(item -> item.text("pk")).filter(InlineLayersTest::isIndex)
                .toList();
    }
}

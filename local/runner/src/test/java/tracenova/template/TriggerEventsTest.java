package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.event.Json;
import tracenova.ingest.StoredChunk;

/// The events of `events/triggers/`, which `sam local invoke` takes: one at least per function without a route.
class TriggerEventsTest {

    @Test
    void everyFunctionWithoutARouteHasOneAndEachHasItsFunction() {
        var functions = Written.backgroundFunctions().stream()
                .map(function -> function.id().replace("Function", "").toLowerCase(Locale.ROOT)).toList();

        assertThat(files().map(name -> name.split("[-.]")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(functions);
    }

    @Test
    void aTickIsWhatTheScheduleSends() {
        for (var function : Written.scheduled()) {
            var event = event(function.id().replace("Function", "").toLowerCase(Locale.ROOT));

            assertThat(Instant.parse(event.get("at").orElseThrow().string()))
                    .isBefore(Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    /// It was made by the first version that there was, and no later one may fail to read it.
    @Test
    void theMessageIsOneThatCollectReads() {
        var record = event("collect").get("Records").orElseThrow().elements().getFirst();

        var chunk = StoredChunk.ofMessage(record.get("body").orElseThrow().string()).chunk();
        assertThat(chunk.events()).singleElement()
                .satisfies(event -> assertThat(event.id()).isEqualTo("evt_screen_view"));
    }

    private static Json event(String name) {
        return Json.of(Written.file("events/triggers/" + name + ".json"));
    }

    private static Stream<String> files() {
        return Stream.of(Written.ROOT.resolve("events/triggers").toFile().listFiles()).map(File::getName);
    }
}

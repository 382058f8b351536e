package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.Plan;
import tracenova.testkit.TestContext;

/// X13: requests refused as a whole are tallied per app, hour and reason, in one item per sandbox.
class RefusalsTest {

    private final Requests requests = new Requests();

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void theFirstRefusalIsWrittenAtOnce() {
        requests.refuse(Requests.TRACK, "{");

        assertThat(tallies()).singleElement().satisfies(item -> {
            assertThat(item.get("pk").s()).isEqualTo("APP#" + requests.app.id() + "#H#2026-01-31T12#refused");
            assertThat(item.get("malformed").n()).isEqualTo("1");
            assertThat(Long.parseLong(item.get("ttl").n())).isEqualTo(1_769_860_800L + 90 * 86_400);
        });
    }

    @Test
    void laterOnesAreWrittenTogetherAtMostEveryTenSeconds() {
        for (int i = 0; i < 50; i++) {
            requests.refuse(Requests.TRACK, i % 2 == 0 ? "{" : "[]");
            requests.clock.advance(Duration.ofMillis(100));
        }
        assertThat(puts()).isEqualTo(1);

        requests.clock.advance(Duration.ofSeconds(10));
        requests.refuse(Requests.TRACK, "{");

        assertThat(puts()).isEqualTo(2);
        assertThat(tallies().getFirst().get("malformed").n()).isEqualTo("26");
        assertThat(tallies().getFirst().get("validation-failed").n()).isEqualTo("25");
    }

    @Test
    void eachHourAndEachSandboxHasItsOwn() {
        requests.refuse(Requests.TRACK, "{");
        requests.clock.advance(Duration.ofHours(1));
        requests.refuse(Requests.TRACK, "{");
        try (var other = requests.another()) {
            other.refuse(Requests.TRACK, "{");
        }

        assertThat(tallies()).hasSize(3).allSatisfy(item -> assertThat(item.get("malformed").n()).isEqualTo("1"));
        assertThat(tallies().stream().map(item -> item.get("sk").s()).distinct()).hasSize(2);
    }

    @Test
    void anUnknownKeyIsNobodysRefusal() {
        requests.send(Requests.TRACK, "{", Map.of("x-api-key", "unknown"));

        assertThat(tallies()).isEmpty();
        assertThat(requests.calls()).isEmpty();
    }

    @Test
    void whatTheStoreFailedAtIsNoRefusal() {
        requests.transport.plan(Plan.always("PutItem", Plain.E500));
        requests.send(Requests.TRACK, "{\"type\":\"custom\"}");
        requests.transport.plan(Plan.nothingFails());

        assertThat(tallies()).isEmpty();
    }

    @Test
    void aTallyThatCannotBeWrittenChangesNoAnswerAndIsWrittenNextTime() {
        requests.transport.plan(Plan.always("PutItem", Plain.E500));
        assertThat(requests.refuse(Requests.TRACK, "{").type()).isEqualTo(ProblemType.MALFORMED);
        requests.transport.plan(Plan.nothingFails());

        requests.refuse(Requests.TRACK, "{");

        assertThat(tallies().getFirst().get("malformed").n()).isEqualTo("2");
    }

    private List<Map<String, AttributeValue>> tallies() {
        return requests.aws.aws().items(TestContext.TABLE).stream()
                .filter(item -> item.get("pk").s().endsWith("#refused")).toList();
    }

    private long puts() {
        return requests.calls().stream().filter("PutItem"::equals).count();
    }
}

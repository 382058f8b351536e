package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.Plan;

class FunnelLookupTest {

    private static final String PATH = "/api/v1/funnel-steps";

    private final Requests requests = new Requests();

    @BeforeEach
    void defineAFunnel() {
        requests.apps().defineFunnel(requests.app, "checkout", List.of("cart", "done"));
        requests.transport.forget();
    }

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void funnelsAreReadOncePerThirtySeconds() {
        for (int i = 0; i < 30; i++) {
            send("checkout", "cart");
            requests.clock.advance(Duration.ofMillis(999));
        }
        assertThat(queries()).isEqualTo(1);

        requests.clock.advance(Duration.ofSeconds(1));
        send("checkout", "cart");
        assertThat(queries()).isEqualTo(2);
    }

    @Test
    void aStepThatIsAddedCountsWithinThirtySeconds() {
        assertThat(send("checkout", "paid")).containsExactly("validation-failed");
        requests.apps().defineFunnel(requests.app, "checkout", List.of("cart", "paid", "done"));

        requests.clock.advance(Duration.ofSeconds(30));

        assertThat(send("checkout", "paid")).containsExactly("accepted");
    }

    @Test
    void aRefusalNamesTheStepsUpToALimit() {
        requests.apps().defineFunnel(requests.app, "long",
                IntStream.range(0, 500).mapToObj("step-😀-%d"::formatted).toList());

        var problem = requests.refuse(PATH, step("long", "none"));

        assertThat(problem.errors().getFirst().detail()).startsWith("one of: step-😀-0, ").endsWith("…")
                .hasSizeLessThan(400);
    }

    @Test
    void withoutTheFunnelsNothingIsSaidOfAStep() {
        requests.transport.plan(Plan.always("Query", Plain.E500));

        assertThat(send("checkout", "cart")).containsExactly("overloaded");
    }

    private List<String> send(String funnel, String step) {
        return Requests.outcomes(requests.send(PATH, step(funnel, step)));
    }

    private static String step(String funnel, String step) {
        return "{\"session_id\":\"s\",\"funnel_slug\":\"%s\",\"step_key\":\"%s\"}".formatted(funnel, step);
    }

    private long queries() {
        return requests.calls().stream().filter("Query"::equals).count();
    }
}

package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.testkit.AwsCall;
import tracenova.testkit.FakeAws;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.Plan;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// S17 where a stack's parameter says who may register: a published version of a function would not hear of a change.
class ParameterRegistrationTest {

    private static final String NAME = "/tracenova/tracenova/registration";

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final FaultyTransport transport = new FaultyTransport(aws, clock);
    private final SdkHttpClient client = transport.open(tracenova.aws.ClientLimits.PARAMETER.socket());
    private final Sandbox sandbox = new Sandbox(clock, aws, client, Map.of("open.registration.parameter", NAME,
            "open.registration", "open"));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void itIsReadWhenSomebodyRegistersAndThenOnceAMinute() {
        put("open");
        assertThat(register("ada@example.com")).isEqualTo(201);
        sandbox.login("ada@example.com", Sandbox.PASSWORD);
        clock.advance(Duration.ofSeconds(50));
        assertThat(register("bob@example.com")).isEqualTo(201);
        assertThat(reads()).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        sandbox.login("ada@example.com", Sandbox.PASSWORD);
        assertThat(reads()).as("signing in asks nobody").hasSize(1);
        assertThat(register("eve@example.com")).isEqualTo(201);
        assertThat(reads()).hasSize(2);
    }

    @Test
    void aChangeCountsAMinuteLaterWithoutADeployment() {
        put("first");
        assertThat(register("ada@example.com")).isEqualTo(201);
        assertThat(register("bob@example.com")).isEqualTo(403);

        put("open");
        clock.advance(Duration.ofMinutes(1));
        assertThat(register("bob@example.com")).isEqualTo(201);

        put("closed");
        clock.advance(Duration.ofMinutes(1));
        assertThat(register("eve@example.com")).isEqualTo(403);
    }

    @Test
    void whileItCannotBeReadNobodyRegistersThoughItWasOpen() {
        put("open");
        assertThat(register("ada@example.com")).isEqualTo(201);
        clock.advance(Duration.ofMinutes(1));
        transport.plan(Plan.always("GetParameter", Plain.E500));
        var before = aws.items(TestContext.TABLE).size();

        assertThat(register("bob@example.com")).isEqualTo(503);
        assertThat(aws.items(TestContext.TABLE)).as("nothing but the count of attempts").hasSizeBetween(before,
                before + 1);
        assertThat(sandbox.login("ada@example.com", Sandbox.PASSWORD).status()).isEqualTo(200);

        transport.plan(Plan.nothingFails());
        assertThat(register("bob@example.com")).isEqualTo(201);
    }

    @Test
    void whereItIsAbsentOrSaysSomethingElseNobodyRegisters() {
        assertThat(register("ada@example.com")).isEqualTo(503);

        for (var word : List.of("yes", "Open", " ")) {
            put(word);
            assertThat(register("ada@example.com")).as("%s helps nobody who waits", word).isEqualTo(500);
        }
    }

    private int register(String email) {
        return sandbox.post("/api/v1/auth/register", Sandbox.credentials(email, Sandbox.PASSWORD)).status();
    }

    private List<AwsCall> reads() {
        return transport.calls().stream().map(physical -> physical.attempt().call())
                .filter(call -> call.service().equals("ssm")).toList();
    }

    private void put(String value) {
        TestClients.over(aws).ssm().putParameter(put -> put.name(NAME).value(value).type("String").overwrite(true));
    }
}

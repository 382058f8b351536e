package tracenova.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;
import tracenova.management.SigningSecret.Key;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.Plan;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class ParameterSecretTest {

    private static final String NAME = "/tracenova/tracenova/jwt-secret";
    private static final String ONE = "one".repeat(20);
    private static final String TWO = "two".repeat(20);

    private final TestClock clock = new TestClock();
    private final FaultyTransport aws = new FaultyTransport(TestContext.aws(clock), clock);
    private final ApplicationContext context = TestContext.builder()
            .properties(Map.of("jwt.secret.parameter", NAME))
            .singletons((HttpTransport) aws, Retrying.immediate())
            .beanDefinitions(TestContext.instead(InstantSource.class, clock))
            .start();
    private final SigningSecret secret = context.getBean(SigningSecret.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void nothingIsReadBeforeItIsNeededAndThenOnceAMinute() {
        put(ONE);
        aws.forget();
        assertThat(secret).isInstanceOf(ParameterSecret.class);
        assertThat(aws.calls()).isEmpty();

        assertThat(secret.keys()).extracting(Key::bytes).containsExactly(ONE.getBytes(UTF_8));
        clock.advance(Duration.ofSeconds(59));
        secret.keys();

        assertThat(aws.calls()).hasSize(1);
    }

    @Test
    void aRotationIsKnownAMinuteLaterAndTheOldOneStaysGoodAsLongAsItIsNamed() {
        put(ONE);
        var one = secret.keys().getFirst().id();
        put(TWO + " " + ONE);
        assertThat(secret.keys()).extracting(Key::id).containsExactly(one);

        clock.advance(Duration.ofMinutes(1));
        assertThat(secret.keys()).hasSize(2).last().extracting(Key::id).isEqualTo(one);
        var two = secret.keys().getFirst().id();

        put(TWO);
        clock.advance(Duration.ofMinutes(1));
        assertThat(secret.keys()).extracting(Key::id).containsExactly(two);
    }

    @Test
    void whileParameterStoreIsAwayWhatIsKnownStaysGood() {
        put(ONE);
        var known = secret.keys();
        clock.advance(Duration.ofMinutes(2));
        aws.plan(attempt -> Plain.E500);
        assertThat(secret.keys()).isEqualTo(known);

        aws.plan(Plan.nothingFails());
        put(TWO);
        assertThat(secret.keys()).isEqualTo(known);
        clock.advance(Duration.ofSeconds(10));
        assertThat(secret.keys()).isNotEqualTo(known);
    }

    @Test
    void aValueThatIsTooShortToSignWithTakesNoEffect() {
        put(ONE);
        var known = secret.keys();
        put("short");
        clock.advance(Duration.ofMinutes(2));

        assertThat(secret.keys()).isEqualTo(known);
    }

    @Test
    void withoutAnyItSaysSo() {
        assertThatThrownBy(secret::keys).isInstanceOf(SdkException.class);
    }

    private void put(String value) {
        TestClients.over(aws).ssm().putParameter(
                put -> put.name(NAME).value(value).type("SecureString").overwrite(true));
    }
}

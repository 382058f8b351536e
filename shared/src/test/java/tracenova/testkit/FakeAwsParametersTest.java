package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class FakeAwsParametersTest {

    private final FakeAws aws = new FakeAws(new TestClock());
    private final SsmClient client = TestClients.over(aws).ssm();

    @Test
    void aParameterIsThereOnceItIsPut() {
        put("one", false);

        assertThat(client.getParameter(get -> get.name("/a/b").withDecryption(true)).parameter().value())
                .isEqualTo("one");
        assertThat(aws.parameters()).containsOnlyKeys("/a/b");
        assertThat(aws.parameters().get("/a/b").type()).isEqualTo("SecureString");
    }

    @Test
    void aSecureOneIsReadOnlyByWhoAsksForItsDecryption() {
        put("one", false);

        assertThat(client.getParameter(get -> get.name("/a/b")).parameter().value()).isNotEqualTo("one");
    }

    @Test
    void onlyWhoSaysSoOverwrites() {
        put("one", false);

        assertThatThrownBy(() -> put("two", false)).isInstanceOf(ParameterAlreadyExistsException.class);
        put("three", true);
        assertThat(aws.parameters().get("/a/b")).isEqualTo(new StoredParameter("SecureString", "three", 2));
    }

    @Test
    void whatIsAbsentIsNeitherReadNorDeleted() {
        assertThatThrownBy(() -> client.getParameter(get -> get.name("/a/b")))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThatThrownBy(() -> client.deleteParameter(delete -> delete.name("/a/b")))
                .isInstanceOf(ParameterNotFoundException.class);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        put("one", false);
        var copy = aws.copy();
        client.deleteParameter(delete -> delete.name("/a/b"));

        assertThat(aws.parameters()).isEmpty();
        assertThat(copy.parameters()).containsOnlyKeys("/a/b");
    }

    private void put(String value, boolean overwrite) {
        client.putParameter(put -> put.name("/a/b").type(ParameterType.SECURE_STRING).value(value)
                .overwrite(overwrite));
    }
}

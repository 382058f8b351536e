package tracenova.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.testkit.TestClients;

class IoFailuresTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void connectionThatTripsOverItsAbortFailsAsAnAttemptDoes() {
        var table = TestClients.over(new IoFailures(new Tripping())).dynamoDb(ClientLimits.TABLE_INGEST);

        assertThatThrownBy(table::listTables).isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(NullPointerException.class);
        assertThat(attempts).hasValue(ClientLimits.TABLE_INGEST.attempts());
    }

    private final class Tripping implements SdkHttpClient, ExecutableHttpRequest {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return this;
        }

        @Override
        public HttpExecuteResponse call() {
            attempts.incrementAndGet();
            throw new NullPointerException("http");
        }

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }
}

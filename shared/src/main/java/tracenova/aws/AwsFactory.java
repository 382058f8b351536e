package tracenova.aws;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// What production uses where a test has put nothing else.
@Factory
class AwsFactory {

    private static final Duration CONNECT = Duration.ofMillis(400);

    @Singleton
    @Requires(missingBeans = HttpTransport.class)
    HttpTransport transport() {
        return socketTimeout -> new IoFailures(UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(socketTimeout)
                .build());
    }

    @Singleton
    @Requires(missingBeans = Retrying.class)
    Retrying retrying() {
        return Retrying.real();
    }
}

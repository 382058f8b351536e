package tracenova.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClients.Endpoints;

/// Clients of the emulators, started once per JVM, or of what `-Dtracenova.endpoint=http://…` names (LocalStack).
final class Emulated {

    private static final TestClients CLIENTS = connect();

    private Emulated() {}

    static TestClients clients() {
        return CLIENTS;
    }

    private static TestClients connect() {
        var transport = UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)).build();
        return TestClients.at(endpoints(System.getProperty("tracenova.endpoint", "")), transport);
    }

    private static Endpoints endpoints(String elsewhere) {
        if (!elsewhere.isEmpty()) return new Endpoints(URI.create(elsewhere), URI.create(elsewhere), URI.create(elsewhere));
        var started = EmulatorProcess.start().endpoints();
        return new Endpoints(
                URI.create(started.get("AWS_ENDPOINT_URL_DYNAMODB")),
                URI.create(started.get("AWS_ENDPOINT_URL_SQS")),
                URI.create(started.get("AWS_ENDPOINT_URL_S3")));
    }
}

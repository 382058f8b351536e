package tracenova.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClients.Endpoints;

/// Clients of the emulators, started once per JVM, or of another endpoint.
final class Emulated {

    private static final TestClients CLIENTS = clients(EmulatorProcess.start());

    private Emulated() {}

    static TestClients clients() {
        return CLIENTS;
    }

    static TestClients clients(EmulatorProcess emulators) {
        var endpoints = emulators.endpoints();
        return at(
                endpoints.get("AWS_ENDPOINT_URL_DYNAMODB"),
                endpoints.get("AWS_ENDPOINT_URL_SQS"),
                endpoints.get("AWS_ENDPOINT_URL_S3"));
    }

    static TestClients clients(URI elsewhere) {
        return at(elsewhere.toString(), elsewhere.toString(), elsewhere.toString());
    }

    private static TestClients at(String dynamoDb, String sqs, String s3) {
        // An emulator on a busy machine is slower than AWS: the limits of our clients are not what is tested.
        var transport = UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)).build();
        return TestClients.at(new Endpoints(URI.create(dynamoDb), URI.create(sqs), URI.create(s3)), _ -> transport);
    }
}

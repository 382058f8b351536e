package tracenova.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClients.Endpoints;

/// Clients of the emulators, started once per JVM, or of what `-Dtracenova.endpoint` names (LocalStack).
final class Emulated {

    private static final TestClients CLIENTS = connect();

    private Emulated() {}

    static TestClients clients() {
        return CLIENTS;
    }

    private static TestClients connect() {
        // An emulator on a busy machine is slower than AWS: the limits of our clients are not what is tested.
        var transport = UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)).build();
        return TestClients.at(endpoints(System.getProperty("tracenova.endpoint", "")), _ -> transport);
    }

    private static Endpoints endpoints(String elsewhere) {
        if (!elsewhere.isEmpty()) return endpoints(elsewhere, elsewhere, elsewhere);
        var started = EmulatorProcess.start().endpoints();
        return endpoints(
                started.get("AWS_ENDPOINT_URL_DYNAMODB"),
                started.get("AWS_ENDPOINT_URL_SQS"),
                started.get("AWS_ENDPOINT_URL_S3"));
    }

    private static Endpoints endpoints(String dynamoDb, String sqs, String s3) {
        return new Endpoints(URI.create(dynamoDb), URI.create(sqs), URI.create(s3));
    }
}

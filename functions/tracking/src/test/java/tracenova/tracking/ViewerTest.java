package tracenova.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.app.Apps;
import tracenova.id.Hashes;
import tracenova.ingest.Chunk.Client;
import tracenova.ingest.Sender;

/// Apps may send through CloudFront too: visitors are told apart by their own addresses, not by its.
class ViewerTest {

    private static final String SECRET = "only-cloudfront-knows";
    private static final String EDGE = "192.0.2.80";

    private final Sandbox sandbox = new Sandbox(new Sender(Hashes.sha256(SECRET)));
    private final Apps apps = sandbox.bean(Apps.class);
    private final String key =
            apps.issueKey(apps.create("ws", "shop", "Web", ZoneOffset.UTC, "EUR")).text();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void twoViewersAtOneEdgeAreTwoVisitorsAndOneAtTwoEdgesIsOne() {
        var direct = visitor(",\"x-forwarded-for\":\"198.51.100.7\"", "198.51.100.7");
        var through = visitor(proof("198.51.100.7, " + EDGE), EDGE);
        var elsewhere = visitor(proof("10.0.0.1, 198.51.100.7, 192.0.2.81"), "192.0.2.81");
        var other = visitor(proof("198.51.100.8, " + EDGE), EDGE);

        assertThat(through).isEqualTo(direct).isEqualTo(elsewhere).isNotEqualTo(other);
    }

    @Test
    void B137_whoOnlyClaimsToComeThroughCloudFrontIsTheGatewaysAddress() {
        var honest = visitor("", "198.51.100.7");

        assertThat(visitor(proof("203.0.113.99, " + EDGE).replace(SECRET, "guessed"), "198.51.100.7"))
                .isEqualTo(honest);
    }

    private static String proof(String forwarded) {
        return ",\"x-tracenova-origin\":\"" + SECRET + "\",\"x-forwarded-for\":\"" + forwarded + "\"";
    }

    private Client visitor(String headers, String gateway) {
        var event = """
                {"version":"2.0","rawPath":"/api/v1/screen-views",
                 "headers":{"content-type":"application/json","user-agent":"Shop/1","x-api-key":"%s"%s},
                 "requestContext":{"requestId":"r","http":{"method":"POST","sourceIp":"%s"}},
                 "body":"{\\"screen_name\\":\\"Home\\"}","isBase64Encoded":false}""".formatted(key, headers, gateway);
        var before = sandbox.aws.stored();
        var answer = sandbox.send("/api/v1/screen-views", event.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(202);
        return sandbox.aws.stored().since(before).chunks().getFirst().chunk().client();
    }
}

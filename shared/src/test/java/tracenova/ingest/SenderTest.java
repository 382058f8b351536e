package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracenova.id.Hashes;

class SenderTest {

    private static final String EDGE = "192.0.2.80";
    private static final String VIEWER = "198.51.100.7";
    private static final String SECRET = "what-only-cloudfront-sends";

    private final Sender sender = new Sender(Hashes.sha256(SECRET));

    @Test
    void S11_ofARequestThroughCloudFrontTheViewerIsTheSender() {
        assertThat(sender.address(through(VIEWER + ", " + EDGE), EDGE)).isEqualTo(VIEWER);
        assertThat(sender.address(through(VIEWER + "," + EDGE), EDGE)).isEqualTo(VIEWER);
        assertThat(sender.address(through(VIEWER), EDGE)).as("the gateway adds nothing").isEqualTo(VIEWER);
        assertThat(sender.address(through("2001:db8::7, " + EDGE), EDGE)).isEqualTo("2001:db8::7");
    }

    @Test
    void B137_whatTheViewerSaysOfItselfCountsForNothing() {
        for (var spoofed : List.of("10.0.0.1", "10.0.0.1, 10.0.0.2", EDGE, ",,", " ", "x".repeat(5_000))) {
            assertThat(sender.address(through(spoofed + ", " + VIEWER + ", " + EDGE), EDGE)).as(spoofed)
                    .isEqualTo(VIEWER);
        }
    }

    @Test
    void B137_withoutTheSecretTheGatewaysWordCounts() {
        assertThat(sender.address(Map.of("x-forwarded-for", "10.0.0.1, " + VIEWER), VIEWER)).isEqualTo(VIEWER);
        for (var guess : List.of("", "x", SECRET + "x", Hashes.sha256(SECRET))) {
            assertThat(sender.address(Map.of(Sender.PROOF, guess, "x-forwarded-for", "10.0.0.1"), VIEWER)).as(guess)
                    .isEqualTo(VIEWER);
        }
        assertThat(new Sender("").address(through("10.0.0.1"), VIEWER)).as("there is no CloudFront")
                .isEqualTo(VIEWER);
        assertThat(new Sender("").address(Map.of(Sender.PROOF, "", "x-forwarded-for", "10.0.0.1"), VIEWER))
                .isEqualTo(VIEWER);
    }

    @Test
    void withoutAnAddressOfTheViewerTheGatewaysWordCounts() {
        assertThat(sender.address(Map.of(Sender.PROOF, SECRET), EDGE)).isEqualTo(EDGE);
        assertThat(sender.address(through(""), EDGE)).isEqualTo(EDGE);
        assertThat(sender.address(through(EDGE), EDGE)).isEqualTo(EDGE);
    }

    private static Map<String, String> through(String forwarded) {
        return Map.of(Sender.PROOF, SECRET, "x-forwarded-for", forwarded);
    }
}

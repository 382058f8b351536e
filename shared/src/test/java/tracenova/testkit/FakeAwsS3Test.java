package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Beyond the contract: buckets named by host, as in AWS, and what tests see of a bucket.
class FakeAwsS3Test extends S3Contract {

    private final TestClock clock = new TestClock();
    private final FakeAws aws = new FakeAws(clock).withBucket("data");

    @Override
    protected S3Client client() {
        return TestClients.over(aws).s3();
    }

    @Test
    void aBucketIsNamedByItsHostAsWell() {
        var credentials = AwsBasicCredentials.create("key", "secret");
        var client = S3Client.builder()
                .httpClient(aws)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();

        client.putObject(put -> put.bucket("data").key("a/b"), RequestBody.fromString("x"));

        assertThat(aws.objects("data")).containsOnlyKeys("a/b");
        assertThat(client.getObjectAsBytes(get -> get.bucket("data").key("a/b")).asUtf8String())
                .isEqualTo("x");
    }

    @Test
    void objectsAreSeenWithTheTimeOfTheClock() {
        clock.set(Instant.parse("2026-02-03T04:05:06Z"));
        client().putObject(
                put -> put.bucket("data").key("k").contentType("text/plain"), RequestBody.fromString("x"));

        var object = aws.objects("data").get("k");

        assertThat(object.text()).isEqualTo("x");
        assertThat(object.headers()).containsEntry("content-type", "text/plain");
        assertThat(object.modified()).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(client().headObject(head -> head.bucket("data").key("k")).lastModified())
                .isEqualTo(clock.instant());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> client().getObjectTagging(get -> get.bucket("data").key("k")))
                .isInstanceOf(S3Exception.class);
    }
}

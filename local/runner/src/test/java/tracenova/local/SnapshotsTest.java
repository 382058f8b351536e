package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;

class SnapshotsTest {

    private final S3Client buckets = TestClients.over(new FakeAws(new TestClock()).withBucket("data")).s3();
    private final Snapshots snapshots = new Snapshots(buckets, JsonMapper.createDefault(), "data");

    @Test
    void insightIsFoundByWayOfThePointer() {
        put("snapshots/shop/1-a.json", "{\"insights\":{\"overview\":{\"total_events\":3},\"errors\":{}}}");
        put("pointers/shop.json", pointer(1, false));

        assertThat(snapshots.find("shop", "overview").orElseThrow().get("total_events").getIntValue()).isEqualTo(3);
        assertThat(snapshots.find("shop", "nothing")).isEmpty();
        assertThat(snapshots.find("other", "overview")).isEmpty();
    }

    @Test
    void whatHasNoManifestIsCurrent() {
        assertThat(snapshots.isCurrent()).isTrue();
    }

    @Test
    void currentIsWhoseEveryInsightIsOfTheManifest() {
        put("manifests/shop/manifest.json", "{\"version\":2}");
        assertThat(snapshots.isCurrent()).isFalse();

        put("pointers/shop.json", pointer(1, false));
        assertThat(snapshots.isCurrent()).isFalse();

        put("pointers/shop.json", pointer(2, true));
        assertThat(snapshots.isCurrent()).isFalse();

        put("pointers/shop.json", pointer(2, false));
        assertThat(snapshots.isCurrent()).isTrue();
    }

    @Test
    void inboxIsEmptyWithoutObjects() {
        assertThat(snapshots.isInboxEmpty()).isTrue();

        put("inbox/shop/a.ndjson.gz", "");
        assertThat(snapshots.isInboxEmpty()).isFalse();
    }

    private static String pointer(int manifest, boolean stale) {
        return """
                {"manifest":%d,
                 "insights":{"overview":{"object":"snapshots/shop/1-a.json","manifest":%d,"stale":%b}}}"""
                .formatted(manifest, manifest, stale);
    }

    private void put(String key, String text) {
        buckets.putObject(request -> request.bucket("data").key(key), RequestBody.fromString(text));
    }
}

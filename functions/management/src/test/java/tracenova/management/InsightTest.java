package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;
import tracenova.testkit.TestContext;

/// S27: snapshots are lent, one object at a time, for a few minutes.
class InsightTest {

    private final Sandbox sandbox = new Sandbox();
    private final String token = sandbox.register("ada@example.com");
    private final String app = sandbox.send(
            Request.post("/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}").bearer(token)).text("id");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theCurrentSnapshotOfAnInsightHasAUrlForOneObjectAndFiveMinutes() {
        publish("overview", "12-h4sh", 12, false);

        var answer = read("overview");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().members()).extracting("name").containsExactly(
                "insight", "url", "expires_at", "manifest", "stale", "data_through");
        assertThat(answer.text("manifest")).isEqualTo("12");
        assertThat(answer.text("stale")).isEqualTo("false");
        assertThat(answer.text("data_through")).isEqualTo("2026-01-31T11:55:00Z");
        assertThat(answer.text("expires_at"))
                .isEqualTo(sandbox.clock.instant().plus(Duration.ofMinutes(5)).toString());
        var url = URI.create(answer.text("url"));
        assertThat(url.getPath()).isEqualTo("/" + TestContext.BUCKET + "/snapshots/" + app + "/12-h4sh.json");
        assertThat(url.getQuery()).contains("X-Amz-Expires=300", "X-Amz-SignedHeaders=host", "X-Amz-Signature=");
    }

    @Test
    void whoHasItIsToldSoUntilThereIsANewerOne() {
        publish("overview", "12-h4sh", 12, false);
        var etag = read("overview").headers().get("etag");
        assertThat(etag).isEqualTo("\"12-h4sh\"");
        var again = Request.of("GET", path("overview")).bearer(token).with("if-none-match", etag);

        var unchanged = sandbox.send(again);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.headers()).containsEntry("etag", etag);

        publish("overview", "13-other", 13, true);
        var newer = sandbox.send(again);
        assertThat(newer.status()).isEqualTo(200);
        assertThat(newer.text("stale")).isEqualTo("true");
    }

    @Test
    void whatHasNotBeenComputedIsNotThereYet() {
        assertThat(read("overview").problem()).isEqualTo("no-snapshot");
        publish("overview", "12-h4sh", 12, false);

        assertThat(read("ledger").status()).isEqualTo(404);
        assertThat(read("ledger").problem()).isEqualTo("no-snapshot");
        assertThat(read("../../pointers").status()).isEqualTo(404);
        assertThat(read("__proto__").status()).isEqualTo(404);
    }

    @Test
    void aPointerThatCannotBeReadIsAMistakeOfOursAndTheLogSaysWhereWithoutAWordOfIt() {
        point("<script>ada@example.com</script>");

        var answer = read("overview");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("internal");
        assertThat(answer.headers()).doesNotContainKey("retry-after");
        assertThat(answer.body()).doesNotContain("xception", "SnapshotStore", "script");
        assertThat(sandbox.log.lines()).singleElement().satisfies(line -> assertThat(line)
                .containsOnlyKeys("request", "reason", "at").containsEntry("request", "r-1")
                .containsEntry("reason", "java.io.UncheckedIOException")
                .hasEntrySatisfying("at", at -> assertThat(at)
                        .matches("tracenova\\.management\\.SnapshotStore\\.pointer:\\d+")));
    }

    private void publish(String insight, String object, long manifest, boolean stale) {
        point("""
                {"manifest":%d,"now":"2026-01-31T11:55:00Z","settings":1,"reconciled":"","superseded":[],
                 "insights":{"%s":{"object":"snapshots/%s/%s.json","manifest":%d,"stale":%b}},
                 "made":"2026-01-31T11:55:10Z"}""".formatted(manifest, insight, app, object, manifest, stale));
    }

    private void point(String pointer) {
        var clients = sandbox.bean(AwsClients.class);
        try (var s3 = clients.build("s3", S3Client.builder().forcePathStyle(true), ClientLimits.BUCKET_SMALL)) {
            s3.putObject(put -> put.bucket(TestContext.BUCKET).key("pointers/" + app + ".json"),
                    RequestBody.fromString(pointer));
        }
    }

    private Answer read(String insight) {
        return sandbox.send(Request.of("GET", path(insight)).bearer(token));
    }

    private String path(String insight) {
        return "/api/v1/apps/" + app + "/insights/" + insight;
    }
}

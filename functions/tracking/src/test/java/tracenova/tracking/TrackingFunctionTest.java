package tracenova.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracenova.app.Apps;
import tracenova.ingest.StoredChunk;
import tracenova.table.Item;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class TrackingFunctionTest {

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final ApplicationContext context = TestContext.start(aws, clock);
    private String key;

    @BeforeEach
    void makeAnApp() {
        var apps = context.getBean(Apps.class);
        key = apps.issueKey(apps.create("ws", "shop", "Web", ZoneId.of("UTC"), "EUR")).text();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void storesAnEventAndQueuesTheSameBytes() throws IOException {
        var reply = post("/api/v1/screen-views",
                "{\"event_id\":\"e1\",\"session_id\":\"s1\",\"screen_name\":\"home\"}");

        assertThat(reply).containsEntry("statusCode", 202);
        var stored = chunks();
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().chunk().events().getFirst().id()).isEqualTo("e1");
        assertThat(aws.messages(TestContext.QUEUE)).hasSize(1);
    }

    @Test
    void answersDuplicateWhenTheSameEventIsSentAgain() throws IOException {
        var body = "{\"event_id\":\"e1\",\"session_id\":\"s1\",\"screen_name\":\"home\"}";
        post("/api/v1/screen-views", body);
        clock.advance(java.time.Duration.ofSeconds(1));

        var reply = post("/api/v1/screen-views", body);

        assertThat(reply.get("body").toString()).contains("\"duplicate\":1", "\"accepted\":0");
        assertThat(chunks()).hasSize(1);
    }

    @Test
    void refusesABodyThatIsNotJsonAndStoresNothing() throws IOException {
        var reply = post("/api/v1/screen-views", "not json");

        assertThat(reply).containsEntry("statusCode", 400);
        assertThat(chunks()).isEmpty();
        assertThat(aws.messages(TestContext.QUEUE)).isEmpty();
    }

    private java.util.List<StoredChunk> chunks() {
        return aws.items(TestContext.TABLE).stream()
                .filter(item -> item.containsKey("body"))
                .map(item -> StoredChunk.of(Item.of(new HashMap<>(item))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> post(String path, String body) throws IOException {
        var json = context.getBean(JsonMapper.class);
        var event = json.writeValueAsString(Map.of(
                "version", "2.0",
                "rawPath", path,
                "headers", Map.of("content-type", "application/json", "x-api-key", key),
                "requestContext", Map.of("requestId", "r1",
                        "http", Map.of("method", "POST", "sourceIp", "203.0.113.7")),
                "body", body,
                "isBase64Encoded", false));
        var out = new ByteArrayOutputStream();
        new ScreenViewFunction(context).handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        var reply = json.readValue(out.toByteArray(), Map.class);
        return reply;
    }
}

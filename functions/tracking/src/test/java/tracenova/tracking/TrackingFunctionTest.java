package tracenova.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.Apps;
import tracenova.event.EventType;
import tracenova.event.Json;
import tracenova.event.MixedDoor;
import tracenova.testkit.Examples;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.GatewayEvents;
import tracenova.testkit.badinput.Keys;
import tracenova.testkit.badinput.Wire;

class TrackingFunctionTest {

    private static final String ONEVAULT =
            "{\"page_url\":\"https://a.example/x\",\"event_type\":\"click\",\"session_id\":\"s\",\"user_id\":\"u\"}";

    private final Sandbox sandbox = new Sandbox();
    private final Keys keys = Keys.issue(sandbox.bean(Apps.class));

    @AfterEach
    void close() {
        sandbox.close();
    }

    /// The recorded gateway events of the documentation.
    @ParameterizedTest
    @MethodSource("examples")
    void takesEveryDocumentedRequestOnce(String name) {
        var event = Examples.request(name).replace("{{api_key}}", keys.live()).getBytes(UTF_8);

        var first = sandbox.send(Examples.path(name), event);
        sandbox.clock.advance(Duration.ofMillis(1));
        var second = sandbox.send(Examples.path(name), event);

        int events = (int) number(first, "accepted");
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(events).isPositive();
        assertThat(second.body()).contains("\"accepted\":0,\"duplicate\":" + events);
        assertThat(sandbox.aws.stored().messages()).hasSizeGreaterThan(1);
    }

    static List<String> examples() {
        return Examples.names();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyPathHasAFunctionOfItsOwnName(String path) throws ClassNotFoundException {
        assertThat(Class.forName("tracenova.tracking." + Endpoints.name(path))).isAssignableTo(TrackingFunction.class);
        assertThat(Endpoints.name(path + "/")).isEqualTo(Endpoints.name(path));
    }

    static Stream<String> paths() {
        return Stream.concat(
                Stream.of(EventType.values()).map(EventType::path).filter(path -> !path.isEmpty()),
                Stream.of(MixedDoor.values()).map(MixedDoor::path));
    }

    @Test
    void aSingleEventIsAnsweredWithTheFieldsOfOneVaultToo() {
        var answer = Json.of(post("/api/v1/screen-views", "{\"screen_name\":\"home\",\"event_id\":\"e\"}").body());

        assertThat(answer.members()).extracting(Json.Member::name).containsExactly("success", "batch_id", "received_at",
                "accepted", "duplicate", "event_id", "processing_status", "pipeline_results");
        assertThat(answer.get("event_id").orElseThrow().string()).isEqualTo("e");
        assertThat(answer.get("processing_status").orElseThrow().string()).isEqualTo("queued");
        assertThat(answer.get("pipeline_results").orElseThrow().text())
                .isEqualTo("{\"raw_processed\":true,\"staging_processed\":false,\"business_processed\":false}");
        assertThat(answer.get("received_at").orElseThrow().string()).isEqualTo("2026-01-31T12:00:00.000Z");
    }

    @Test
    void X31_aOneVaultBodyIsAnsweredPerLayer() {
        var answer = Json.of(post("/api/v1/track", ONEVAULT).body());

        assertThat(answer.get("processing_status").orElseThrow().string()).isEqualTo("completed");
        assertThat(answer.get("pipeline_results").orElseThrow().text())
                .isEqualTo("{\"raw_processed\":true,\"staging_processed\":true,\"business_processed\":true}");
    }

    @Test
    void manyEventsAreAnsweredTogether() {
        var answer = Json.of(
                post("/api/v1/screen-views", "{\"events\":[{\"screen_name\":\"a\"},{\"screen_name\":\"b\"}]}").body());

        assertThat(answer.members()).extracting(Json.Member::name)
                .containsExactly("success", "batch_id", "received_at", "accepted", "duplicate");
    }

    @Test
    void aMixedBatchIsAnsweredEventByEvent() {
        var answered = post("/api/v1/screen-views",
                "{\"events\":[{\"screen_name\":\"a\",\"event_id\":\"1\"},{\"screen_name\":5,\"event_id\":\"2\"},{\"screen_name\":\"a\",\"event_id\":\"1\"}]}");

        assertThat(answered.status()).isEqualTo(207);
        assertThat(answered.body()).startsWith("{\"success\":false,")
                .contains("\"accepted\":1,\"duplicate\":1,\"rejected\":1,"
                        + "\"outcomes\":[{\"index\":0,\"event_id\":\"1\",\"outcome\":\"accepted\"},"
                        + "{\"index\":1,\"event_id\":\"2\",\"outcome\":\"rejected\",\"code\":\"wrong_type\",\"pointer\":\"/events/1/screen_name\","
                        + "\"detail\":\"expected a string\"},{\"index\":2,\"event_id\":\"1\",\"outcome\":\"duplicate\"}]");
    }

    @Test
    void everyThingThatIsWrongIsNamedUpToTwenty() {
        var wrong = "{\"events\":[" + "{\"type\":\"error\",\"session_id\":\"\",\"user_id\":true,\"url\":5},".repeat(9)
                + "5]}";

        var answer = Json.of(post("/api/v1/track", wrong).body());

        assertThat(answer.get("detail").orElseThrow().string()).isEqualTo("10 of 10 events refused");
        assertThat(answer.get("errors").orElseThrow().elements()).hasSize(20);
        assertThat(answer.get("truncated").orElseThrow().isTrue()).isTrue();
    }

    /// Long steps fill the room that a refusal has: fewer errors are listed, the body stays small.
    @Test
    void aRefusalIsSmallWhateverItHasToSay() {
        var apps = sandbox.bean(Apps.class);
        var live = apps.list().stream().filter(app -> app.name().equals("shop")).findFirst().orElseThrow();
        apps.defineFunnel(live, "long", Stream.iterate(0, i -> i + 1).limit(100).map(i -> "😀\u0000\"\\" + i).toList());
        var step = "{\"session_id\":\"s\",\"step_key\":\"none\",\"funnel_slug\":\"long\"}";

        var answered = post("/api/v1/funnel-steps", "{\"events\":[" + (step + ",").repeat(99) + step + "]}");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.body()).hasSizeLessThanOrEqualTo(4_096).contains("\"truncated\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/track", "/api/v1/track/batch", "/api/v1/screen-views", "/api/events/ingest"})
    void B139_aPreflightNeedsNoKey(String path) {
        for (var origin : List.of("https://shop.example", "https://evil.example", "null")) {
            var answered = sandbox
                    .send(new Wire("OPTIONS", path, Map.of("origin", origin, "access-control-request-method", "POST",
                            "access-control-request-headers", "content-type,x-api-key"), new byte[0]));

            assertThat(answered.status()).isEqualTo(204);
            assertThat(answered.body()).isEmpty();
            assertThat(answered.headers()).containsEntry("access-control-allow-origin", "*")
                    .containsEntry("access-control-allow-methods", "POST")
                    .doesNotContainKey("access-control-allow-credentials");
            assertThat(answered.headers().get("access-control-allow-headers")).contains("content-type", "x-api-key",
                    "authorization", "idempotency-key", "content-encoding");
        }
        assertThat(sandbox.transport.calls()).noneMatch(call -> call.attempt().call().key().contains("KEY#none"));
    }

    @Test
    void aPathThatNobodyServesIsNotFoundEvenHere() {
        var event = GatewayEvents.of(new Wire("POST", "/api/v1/nothing", Map.of(), new byte[0]), "203.0.113.7");

        assertThat(sandbox.send("/api/v1/track", event).status()).isEqualTo(404);
        assertThat(sandbox.send("/nowhere", event).status()).isEqualTo(404);
    }

    @Test
    void B041_takesBase64AndRefusesWhatIsNone() {
        var wire = wire("/api/v1/track", "{\"type\":\"custom\"}");

        assertThat(
                sandbox.send("/api/v1/track", GatewayEvents.of(wire, "203.0.113.7", "eyJ0eXBlIjoiY3VzdG9tIn0=", true))
                        .status())
                .isEqualTo(202);
        for (var none : List.of("!!!", "eyJ0eXBl*", "e", "eyJ0eXBlIjoiY3VzdG9tIn0==", "{\"type\":\"custom\"}")) {
            assertThat(sandbox.send("/api/v1/track", GatewayEvents.of(wire, "203.0.113.7", none, true)).status())
                    .as(none).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"rawPath\":null}", "{\"rawPath\":\"/api/v1/track\"}",
        "{\"rawPath\":\"/api/v1/track\",\"headers\":null,\"requestContext\":null,\"body\":null}",
        "{\"rawPath\":\"/api/v1/track\",\"headers\":{},\"requestContext\":{\"http\":null},\"body\":null,\"isBase64Encoded\":true}",
        "{\"rawPath\":\"/api/v1/track\",\"requestContext\":{\"http\":{\"method\":\"POST\"}}}",
        "{\"rawPath\":\"/api/v1/track\",\"headers\":{\"x-api-key\":null},\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"{}\"}"})
    void B042_anEventWithHolesIsRefusedLikeAnyOther(String event) {
        assertThat(sandbox.send("/api/v1/track", event.getBytes(UTF_8)).status()).isBetween(400, 499);
        assertThat(sandbox.send("/nowhere", event.getBytes(UTF_8)).status()).isEqualTo(404);
    }

    @Test
    void B042_noBodyIsAnEmptyOne() {
        var wire = wire("/api/v1/track", "");

        assertThat(sandbox.send("/api/v1/track", GatewayEvents.of(wire, "203.0.113.7", null, false)).status())
                .isEqualTo(400);
        assertThat(sandbox
                .send("/api/v1/track",
                        GatewayEvents.of(wire.with("content-encoding", "gzip"), "203.0.113.7", null, true))
                .status()).isEqualTo(400);
    }

    @Test
    void halfACharacterIsNoUtf8HoweverTheGatewayMayPassIt() {
        var event = new String(
                GatewayEvents.of(wire("/api/v1/track", "{\"type\":\"custom\",\"a\":\"HALF\"}"), "203.0.113.7"), UTF_8)
                .replace("HALF", "\\ud83d");

        assertThat(sandbox.send("/api/v1/track", event.getBytes(UTF_8)).body()).contains("\"code\":\"encoding\"");
    }

    private Answered post(String path, String body) {
        return sandbox.send(wire(path, body));
    }

    private Wire wire(String path, String body) {
        return new Wire("POST", path, Map.of("content-type", "application/json", "x-api-key", keys.live()),
                body.getBytes(UTF_8));
    }

    private static double number(Answered answered, String name) {
        return Json.of(answered.body()).get(name).orElseThrow(() -> new AssertionError(answered.body())).number();
    }
}

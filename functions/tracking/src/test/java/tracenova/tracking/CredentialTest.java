package tracenova.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.ApiKey;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.Switches;
import tracenova.id.Secrets;
import tracenova.testkit.TestContext;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.Keys;
import tracenova.testkit.badinput.Wire;

class CredentialTest {

    private static final String TRACK = "/api/v1/track";
    private static final String BODY = "{\"type\":\"custom\",\"session_id\":\"s\",\"event_id\":\"e\"}";

    private final Sandbox sandbox = new Sandbox();
    private final Apps apps = sandbox.bean(Apps.class);
    private final Keys keys = Keys.issue(apps);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void S07_everyRefusalOfAKeyIsTheSameToTheByte() {
        var answers = new HashSet<Answered>();
        for (var key : List.of("", "x", keys.live() + "x", unknown(), keys.revoked(), "k".repeat(10_000))) {
            answers.add(send(Map.of("content-type", "application/json", "x-api-key", key)));
            answers.add(send(Map.of("content-type", "application/json", "authorization", "Bearer " + key)));
        }
        answers.add(send(Map.of()));

        assertThat(answers).hasSize(1);
    }

    @Test
    void B121_anUnknownAndARevokedKeyCostTheSameCalls() {
        assertThat(calls(unknown())).isEqualTo(calls(keys.revoked())).containsExactly("GetItem");
        assertThat(calls(unknown())).isEqualTo(calls(unknown()));
    }

    @Test
    void B122_aMalformedKeyCostsNone() {
        assertThat(calls(keys.live().substring(1))).isEmpty();
        assertThat(calls(keys.live().replace(keys.live().charAt(20), '_'))).isEmpty();
        assertThat(calls("")).isEmpty();
    }

    @Test
    void S04_F27_aRevokedKeyIsRefusedEverywhereWithinThirtySecondsAndWhatItSentStays() {
        var app = app("shop");
        var key = apps.issueKey(app);
        try (var second = sandbox.another(); var third = sandbox.another()) {
            var sandboxes = List.of(sandbox, second, third);
            sandboxes.forEach(each -> assertThat(each.send(wire(key.text())).status()).isIn(202));
            apps.revokeKey(app, key.id());
            sandbox.clock.advance(Duration.ofSeconds(30));

            sandboxes.forEach(each -> assertThat(each.send(wire(key.text())).status()).isEqualTo(401));
            assertThat(sandbox.aws.stored().events()).hasSize(1);
        }
    }

    @Test
    void F29_trackingThatIsSwitchedOffIsRefusedWithinThirtySeconds() {
        var app = app("shop");
        assertThat(sandbox.send(wire(keys.live())).status()).isEqualTo(202);
        apps.setSwitches(app, new Switches(false, Set.of()));
        sandbox.clock.advance(Duration.ofSeconds(30));

        assertThat(sandbox.send(wire(keys.live())).body()).contains("/tracking-disabled");
    }

    @Test
    void S05_aKeyWritesEventsOfItsAppAndOfNoOther() {
        var foreign = app("neighbour").id().value();
        sandbox.send(wire(keys.live(),
                "{\"type\":\"custom\",\"app_id\":\"" + foreign + "\",\"app\":\"" + foreign + "\",\"pk\":\"APP#"
                        + foreign
                        + "\",\"session_id\":\"APP#" + foreign + "\"}"));

        assertThat(sandbox.aws.stored().chunks()).singleElement()
                .satisfies(chunk -> assertThat(chunk.key().app()).isEqualTo(app("shop").id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "authorization", "body", "query", "idempotency-key", "user-agent",
        "x-customer-id", "text"})
    void S01_B124_B129_aKeyIsFoundNowhereWhereverItCame(String place) {
        var headers = new HashMap<>(Map.of("content-type", "application/json", "x-api-key", keys.live()));
        var path = TRACK;
        var body = BODY;
        switch (place) {
            case "x-api-key" -> {}
            case "body" -> {
                headers.remove("x-api-key");
                body = "{\"api_key\":\"" + keys.live() + "\"," + BODY.substring(1);
            }
            case "query" -> path += "?api_key=" + keys.live();
            case "text" -> body = BODY.replace("}",
                    ",\"note\":\"my key is " + keys.live() + "\",\"url\":\"https://a.example/?k=" + keys.live()
                            + "\",\"payload\":{\"" + keys.live() + "\":\"{\\\"k\\\":\\\"" + keys.live() + "\\\"}\"}}");
            case "authorization" -> {
                headers.remove("x-api-key");
                headers.put(place, "Bearer " + keys.live());
            }
            default -> headers.put(place, keys.live());
        }

        var answered = sandbox.send(new Wire("POST", path, headers, body.getBytes(UTF_8)));

        assertThat(everywhere(answered)).doesNotContain(keys.live()).doesNotContain(keys.live().substring(17, 49));
    }

    /// The answer, the log, and all that was stored and sent, unpacked.
    private String everywhere(Answered answered) {
        var chunks = Stream.concat(sandbox.aws.stored().chunks().stream(), sandbox.aws.stored().messages().stream())
                .map(chunk -> chunk.key() + " " + chunk.verdicts() + chunk.chunk())
                .collect(Collectors.joining("\n"));
        return answered + "\n" + sandbox.log.lines() + "\n" + sandbox.aws.aws().items(TestContext.TABLE) + "\n"
                + chunks;
    }

    @Test
    void B137_onlyTheGatewaysWordForTheAddressCounts() {
        var spoofed = wire(keys.live(), BODY.replace("\"e\"", "\"e1\""));
        for (var header : List.of("x-forwarded-for", "forwarded", "x-real-ip", "x-client-ip", "cf-connecting-ip",
                "true-client-ip")) {
            var headers = new HashMap<>(spoofed.headers());
            headers.put(header, "198.51.100.77");
            sandbox.send(new Wire("POST", TRACK, headers, spoofed.body()));
        }
        sandbox.clock.advance(Duration.ofMillis(1));
        sandbox.send(wire(keys.live(), BODY));

        assertThat(sandbox.aws.stored().chunks()).hasSize(2)
                .extracting(chunk -> chunk.chunk().client().ipHash()).doesNotContainNull().containsOnly(
                        sandbox.aws.stored().chunks().getFirst().chunk().client().ipHash());
    }

    private App app(String name) {
        return apps.list().stream().filter(app -> app.name().equals(name)).findFirst().orElseThrow();
    }

    private static String unknown() {
        return ApiKey.random(Secrets.system()).text();
    }

    private List<String> calls(String key) {
        sandbox.transport.forget();
        assertThat(sandbox.send(wire(key)).status()).isEqualTo(401);
        return sandbox.transport.calls().stream().map(call -> call.operation()).toList();
    }

    private Answered send(Map<String, String> headers) {
        return sandbox.send(new Wire("POST", TRACK, headers, BODY.getBytes(UTF_8)));
    }

    private static Wire wire(String key) {
        return wire(key, BODY);
    }

    private static Wire wire(String key, String body) {
        return new Wire("POST", TRACK, Map.of("content-type", "application/json", "x-api-key", key),
                body.getBytes(UTF_8));
    }
}

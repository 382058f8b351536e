package tracenova.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracenova.testkit.Examples;
import tracenova.testkit.Json;

/// Secrets, sent through every endpoint in every place where people put them by mistake.
class CanariesIT {

    private static final String LOOPBACK = "127.0.0.1";

    private final Planted planted = new Planted(LOOPBACK);
    private final Map<String, String> answers = new TreeMap<>();

    @Test
    void secretsAreFoundInNoItemMessageObjectSnapshotAnswerOrLog(@TempDir Path temporary) throws Exception {
        try (var emulators = EmulatorProcess.start()) {
            var environment = new HashMap<>(emulators.endpoints());
            environment.put("AWS_ENDPOINT_URL", emulators.endpoints().get("AWS_ENDPOINT_URL_DYNAMODB"));
            // Libraries tell more when they are asked to.
            environment.put("JAVA_TOOL_OPTIONS", "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug");
            var stored = new StoredTexts(Emulated.clients(emulators));
            try (var product = LocalProduct.start(temporary.resolve("data"), environment)) {
                product.post("/_local/pause", "");
                sendAccepted(product, Examples.names().getFirst(), 0);
                stored.giveUpOne();
                for (var example : Examples.names()) {
                    for (int variant = 0; variant < Planted.VARIANTS; variant++) {
                        sendAccepted(product, example, variant);
                    }
                    sendRefused(product, example);
                }
                typeSecrets(product);
                stored.messages();
                product.post("/_local/resume", "");
                stored.inbox();
                product.settle();
                look(product);
                stored.items().objects();
            }
            assertThat(stored.texts().keySet().stream().map(CanariesIT::kind).distinct()).contains(
                    "item", "message of tracenova-events", "message of tracenova-deadletters", "object inbox",
                    "object lake", "object marts", "object snapshots");
            assertNoneIn(stored.texts(), planted.markers());
            // Where the runner listens and whom it calls is no secret here.
            var elsewhere = planted.markers().stream().filter(marker -> !marker.equals(LOOPBACK)).toList();
            assertNoneIn(answers, elsewhere);
            var log = Map.of("log", Files.readString(temporary.resolve("data.log")));
            assertNoneIn(log, elsewhere);
            System.out.printf("%d answers and %d stored texts: none of the %d canaries%n", answers.size(),
                    stored.texts().size(), planted.canaries());
        }
    }

    private void sendAccepted(LocalProduct product, String example, int variant) {
        accepted(product, example, variant, planted.body(example, variant));
        planted.withSecretIds(example, variant).ifPresent(body -> accepted(product, example, variant, body));
    }

    private void accepted(LocalProduct product, String example, int variant, Map<String, Object> body) {
        var answer = send(product, example, variant, product.apiKey(), new String(Json.bytes(body), UTF_8));
        assertThat(answer.statusCode()).as(example + " " + answer.body()).isEqualTo(202);
    }

    /// What is refused is seen by the code that answers and by the log.
    private void sendRefused(LocalProduct product, String example) {
        var body = new String(Json.bytes(planted.body(example, 99)), UTF_8);
        var broken = send(product, example, 1, product.apiKey(), body.substring(0, body.length() - 1));
        assertThat(broken.statusCode()).isEqualTo(400);
        var unknown = send(product, example, 2, planted.secret(0).text(), body);
        assertThat(unknown.statusCode()).isEqualTo(401);
        var wrong = send(product, example, 3, product.apiKey(),
                new String(Json.bytes(planted.invalid(example)), UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> send(LocalProduct product, String example, int variant, String key, String body) {
        var request = product.request(Examples.path(example) + planted.query())
                .header("content-type", "application/json").header("x-api-key", key)
                .POST(BodyPublishers.ofString(body));
        planted.headers(variant).forEach(request::header);
        return kept(product.send(request));
    }

    private HttpResponse<String> kept(HttpResponse<String> answer) {
        answers.put("answer " + answers.size(), answer.headers() + answer.body());
        return answer;
    }

    /// People's own endpoints, with what they type.
    private void typeSecrets(LocalProduct product) {
        var account = "{\"email\":\"canary@example.com\",\"password\":\"%s\"}".formatted(planted.mark);
        for (var path : List.of("register", "login", "refresh", "logout")) {
            for (var body : List.of(account, account + "}", "{\"refresh_token\":\"" + planted.mark + "\"}")) {
                kept(product.send(product.request("/api/v1/auth/" + path + planted.query())
                        .header("content-type", "application/json")
                        .header("authorization", "Bearer " + planted.mark)
                        .header("cookie", "__Host-refresh=" + planted.mark)
                        .header("x-tracenova", "dashboard")
                        .POST(BodyPublishers.ofString(body))));
            }
        }
    }

    /// What the owner then sees of it all.
    private void look(LocalProduct product) {
        var said = product.credentials();
        var signedIn = product.post("/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(said.get("email"), said.get("password")));
        var token = LocalProduct.json(signedIn.body()).get("access_token").getStringValue();
        var app = "/api/v1/apps/" + product.app();
        var sessions = product.snapshot("sessions").get("items").values();
        assertThat(sessions).isNotEmpty();
        sessions.forEach(session -> {
            var id = URLEncoder.encode(session.get("session_id").getStringValue(), UTF_8);
            var timeline = kept(product.send(product.request(app + "/sessions/" + id + "/timeline?limit=1000")
                    .header("authorization", "Bearer " + token)));
            assertThat(timeline.statusCode()).as(timeline.body()).isEqualTo(200);
        });
        for (var path : List.of(app, app + "/keys", app + "/insights/overview")) {
            kept(product.send(product.request(path).header("authorization", "Bearer " + token)));
        }
    }

    private static String kind(String place) {
        return place.replaceFirst("^(item|message of [\\w-]+|object \\w+).*", "$1");
    }

    private static void assertNoneIn(Map<String, String> texts, List<String> markers) {
        var found = new TreeMap<String, String>();
        texts.forEach((place, text) -> markers.stream().filter(text::contains).forEach(marker -> {
            var at = text.indexOf(marker);
            found.put(place + ": " + marker, text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)));
        }));
        assertThat(found).isEmpty();
    }
}

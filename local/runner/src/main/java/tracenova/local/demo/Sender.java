package tracenova.local.demo;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tracenova.local.demo.Unfinished.Credentials;

/// Talks to a running product as any client does: what is answered 5xx, or not at all, is sent again with the same
/// ids.
final class Sender {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final int TRIES = 8;
    private static final Duration BREATH = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI product;

    Sender(URI product) {
        this.product = product;
    }

    Credentials make(DemoApp app) throws InterruptedException {
        var answer = post("/_local/apps", Map.of(), Map.of("name", app.title(), "platform", app.kind().platform(),
                "time_zone", app.kind().timeZone().getId(), "currency", app.kind().currency(),
                "funnels", Map.of(Checkout.FUNNEL, Checkout.STEPS)));
        var made = read(expect(201, answer));
        return new Credentials(made.get("app").getStringValue(), made.get("api_key").getStringValue());
    }

    /// Returns when every event is in the table.
    void send(Batch batch, String apiKey) throws InterruptedException {
        var headers = Map.of("x-api-key", apiKey, "user-agent", batch.client().userAgent(),
                "cloudfront-viewer-country", batch.client().country());
        var events = batch.events().stream().map(DemoEvent::fields).toList();
        var answer = post("/api/v1/track/batch", headers, Map.of("batch_id", batch.id(), "events", events));
        var counted = read(expect(202, answer));
        if (counted.get("accepted").getIntValue() + counted.get("duplicate").getIntValue() != events.size()) {
            throw new IllegalStateException("not every event of the demo was taken: " + answer.body());
        }
    }

    /// Waits until everything is in the figures.
    void settle() throws InterruptedException {
        expect(200, post("/_local/settle", Map.of(), Map.of()));
    }

    private HttpResponse<String> post(String path, Map<String, String> headers, Map<String, Object> body)
            throws InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                var request = HttpRequest.newBuilder(product.resolve(path)).timeout(PATIENCE)
                        .header("content-type", "application/json");
                headers.forEach(request::setHeader);
                var answer = http.send(
                        request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() < 500 || attempt == TRIES) return answer;
            } catch (IOException e) {
                if (attempt == TRIES) throw new IllegalStateException(product + " does not answer: " + e, e);
            }
            Thread.sleep(BREATH.multipliedBy(1L << attempt));
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() == status) return answer;
        throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readValue(answer.body(), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(answer.uri() + " answered no JSON", e);
        }
    }
}

package tracenova.publisher;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tracenova.publisher.CustomResource.Answer;

/// Puts an answer where CloudFormation waits for it. Without one a deployment stands still for an hour.
@Singleton
final class CloudFormation {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final JsonMapper json;

    CloudFormation(JsonMapper json) {
        this.json = json;
    }

    /// Throws what the last attempt failed of.
    void tell(String url, Answer answer) throws IOException {
        // No content type: the address is signed for none.
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT)
                .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(answer))).build();
        try (var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            for (var attempt = 1;; attempt++) {
                try {
                    var status = client.send(request, BodyHandlers.discarding()).statusCode();
                    if (status / 100 == 2) return;
                    throw new IOException("the response URL answered " + status);
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) throw e;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
        }
    }
}

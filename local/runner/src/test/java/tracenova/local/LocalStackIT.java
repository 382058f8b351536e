package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the product does, over LocalStack.
@OnLocalStack
class LocalStackIT {

    @Test
    void everyDocumentedRequestIsCountedExactlyOnce(@TempDir Path temporary) throws Exception {
        var environment = Map.of("AWS_ENDPOINT_URL", LocalStack.endpoint().toString());
        try (var product = LocalProduct.start(temporary.resolve("data"), environment)) {
            var sent = EveryExampleIT.sendEach(product);
            product.settle();

            assertThat(product.snapshot("overview").get("total_events").getIntValue()).isEqualTo(sent);
            assertThat(published(product)).contains("\"total_events\":" + sent);
        }
    }

    /// As the dashboard reads it: from the presigned URL, without any credentials.
    private static String published(LocalProduct product) throws Exception {
        var signedIn = product.post("/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(
                product.credentials().get("email"), product.credentials().get("password")));
        var token = LocalProduct.json(signedIn.body()).get("access_token").getStringValue();
        var link = product.send(product.request("/api/v1/apps/" + product.app() + "/insights/overview")
                .header("authorization", "Bearer " + token));
        var url = URI.create(LocalProduct.json(link.body()).get("url").getStringValue());
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
        }
    }
}

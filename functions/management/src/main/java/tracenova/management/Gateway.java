package tracenova.management;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import tracenova.ingest.Salts;

/// What the gateway alone knows of a request.
@Singleton
class Gateway {

    /// Where the media type of the body stands.
    static final String MEDIA_TYPE = "x-tracenova-media-type";

    private final Salts salts;
    private final InstantSource clock;

    Gateway(Salts salts, InstantSource clock) {
        this.salts = salts;
        this.clock = clock;
    }

    static String requestId(HttpRequest<?> request) {
        return event(request).getRequestContext().getRequestId();
    }

    /// A hash of the client's address, good for a day.
    String source(HttpRequest<?> request) {
        return salts.hash(event(request).getRequestContext().getHttp().getSourceIp(), clock.instant());
    }

    /// As sent, without the question mark.
    static String query(HttpRequest<?> request) {
        return event(request).getRawQueryString();
    }

    /// As sent; none where it is not the base64 that it should be.
    static byte[] body(HttpRequest<?> request) {
        var event = event(request);
        var body = event.getBody() == null ? "" : event.getBody();
        try {
            return event.getIsBase64Encoded()
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static APIGatewayV2HTTPEvent event(HttpRequest<?> request) {
        return (APIGatewayV2HTTPEvent) ((ServletHttpRequest<?, ?>) request).getNativeRequest();
    }
}

package tracenova.management;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tracenova.ingest.Sender;

/// What we read of an HTTP API event, payload format 2.0.
@Serdeable
record GatewayRequest(
        @Nullable String rawPath,
        @Nullable String rawQueryString,
        @Nullable List<String> cookies,
        @Nullable Map<String, String> headers,
        @Nullable Map<String, String> queryStringParameters,
        @Nullable RequestContext requestContext,
        @Nullable String body,
        boolean isBase64Encoded) {

    /// Asks whether this API answers.
    static final GatewayRequest HEALTH = new GatewayRequest("/api/v1/health", null, null, null, null,
            new RequestContext(new Http("GET", null), null), null, false);

    @Serdeable
    record RequestContext(@Nullable Http http, @Nullable String requestId) {}

    @Serdeable
    record Http(@Nullable String method, @Nullable String sourceIp) {}

    String requestId() {
        return requestContext == null || requestContext.requestId == null ? "-" : requestContext.requestId;
    }

    private String address() {
        var http = requestContext == null ? null : requestContext.http;
        return http == null || http.sourceIp == null ? "" : http.sourceIp;
    }

    private String method() {
        var http = requestContext == null ? null : requestContext.http;
        return http == null || http.method == null ? "" : http.method;
    }

    /// Without a trailing slash, and encoded again: the gateway has decoded it.
    private String path() {
        var path = rawPath == null ? "" : rawPath;
        var plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return SessionPath.in(plain).map(SessionPath::encoded)
                .orElseGet(() -> SessionPath.encoded(plain).replace("%2F", "/"));
    }

    /// As Micronaut's handler takes it. Of media types it has an opinion that is not ours: it sees none.
    APIGatewayV2HTTPEvent toEvent(Sender sender) {
        var all = new HashMap<>(headers == null ? Map.of() : headers);
        var address = sender.address(all, address());
        all.remove(Sender.PROOF);
        all.remove("accept");
        all.put(Gateway.MEDIA_TYPE, Objects.requireNonNullElse(all.remove("content-type"), ""));
        if (cookies != null) {
            all.put("cookie", String.join("; ", cookies));
        }
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path())
                .withRawQueryString(rawQueryString == null ? "" : rawQueryString)
                .withQueryStringParameters(queryStringParameters == null ? Map.of() : queryStringParameters)
                .withHeaders(all)
                .withBody(body)
                .withIsBase64Encoded(isBase64Encoded)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId(requestId())
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method())
                                .withPath(path())
                                .withSourceIp(address)
                                .build())
                        .build())
                .build();
    }
}

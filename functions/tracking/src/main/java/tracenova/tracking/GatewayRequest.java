package tracenova.tracking;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import tracenova.ingest.IngestRequest;
import tracenova.ingest.Sender;

/// What we read of an HTTP API event, payload format 2.0.
@Serdeable
record GatewayRequest(
        @Nullable String rawPath,
        @Nullable Map<String, String> headers,
        @Nullable RequestContext requestContext,
        @Nullable String body,
        boolean isBase64Encoded) {

    @Serdeable
    record RequestContext(@Nullable Http http, @Nullable String requestId) {}

    @Serdeable
    record Http(@Nullable String method, @Nullable String sourceIp) {}

    String method() {
        var http = requestContext == null ? null : requestContext.http;
        return http == null || http.method == null ? "" : http.method;
    }

    /// The path without a trailing slash.
    String path() {
        var path = rawPath == null ? "" : rawPath;
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    String requestId() {
        return requestContext == null || requestContext.requestId == null ? "-" : requestContext.requestId;
    }

    IngestRequest toIngest(Sender sender) {
        var http = requestContext == null ? null : requestContext.http;
        var address = http == null || http.sourceIp == null ? "" : http.sourceIp;
        var all = headers == null ? Map.<String, String>of() : headers;
        return new IngestRequest(method(), path(), all, sender.address(all, address),
                body == null ? "" : body, isBase64Encoded);
    }
}

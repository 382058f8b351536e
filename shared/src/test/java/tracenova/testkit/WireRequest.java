package tracenova.testkit;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;

/// One request as it would go over the wire, its body read.
record WireRequest(SdkHttpRequest http, byte[] body) {

    private static final byte[] NOTHING = new byte[0];

    static WireRequest of(HttpExecuteRequest request) throws IOException {
        var provider = request.contentStreamProvider();
        if (provider.isEmpty()) return new WireRequest(request.httpRequest(), NOTHING);
        try (var stream = provider.get().newStream()) {
            return new WireRequest(request.httpRequest(), stream.readAllBytes());
        }
    }

    String method() {
        return http.method().name();
    }

    Optional<String> header(String name) {
        return http.firstMatchingHeader(name);
    }

    Optional<String> query(String name) {
        return http.firstMatchingRawQueryParameter(name);
    }

    boolean asks(String subresource) {
        return http.rawQueryParameters().containsKey(subresource);
    }

    /// The path without its first slash, percent-decoded.
    String path() {
        var path = http.encodedPath().startsWith("/") ? http.encodedPath().substring(1) : http.encodedPath();
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

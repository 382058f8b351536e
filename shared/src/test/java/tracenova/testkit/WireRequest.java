package tracenova.testkit;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;

/// One request as it would go over the wire, its body read.
public record WireRequest(SdkHttpRequest http, byte[] body) {

    private static final byte[] NOTHING = new byte[0];

    public static WireRequest of(HttpExecuteRequest request) throws IOException {
        var provider = request.contentStreamProvider();
        if (provider.isEmpty()) return new WireRequest(request.httpRequest(), NOTHING);
        try (var stream = provider.get().newStream()) {
            return new WireRequest(request.httpRequest(), stream.readAllBytes());
        }
    }

    /// The body without the coding it travels in.
    public byte[] content() {
        return header("x-amz-decoded-content-length").isPresent() ? AwsChunked.decode(body) : body;
    }

    public String method() {
        return http.method().name();
    }

    public Optional<String> header(String name) {
        return http.firstMatchingHeader(name);
    }

    public Optional<String> query(String name) {
        return http.firstMatchingRawQueryParameter(name);
    }

    public boolean asks(String subresource) {
        return http.rawQueryParameters().containsKey(subresource);
    }

    /// The path without its first slash, percent-decoded.
    public String path() {
        var path = http.encodedPath().startsWith("/") ? http.encodedPath().substring(1) : http.encodedPath();
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

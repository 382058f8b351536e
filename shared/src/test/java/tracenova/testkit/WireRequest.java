package tracenova.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;

/// One request as it would go over the wire, its body read.
public record WireRequest(SdkHttpRequest http, byte[] body) {

    private static final Pattern CHECKSUM =
            Pattern.compile("(?i)content-md5|x-amz-(sdk-)?checksum-.*|x-amz-trailer");
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

    /// The same request with another body; checksums of the old one are taken out.
    public WireRequest withBody(byte[] other) {
        var changed = http.toBuilder().putHeader("Content-Length", String.valueOf(other.length));
        http.forEachHeader((name, _) -> {
            if (CHECKSUM.matcher(name).matches()) changed.removeHeader(name);
        });
        return new WireRequest(changed.build(), other);
    }

    HttpExecuteRequest toSdk() {
        return HttpExecuteRequest.builder()
                .request(http)
                .contentStreamProvider(() -> new ByteArrayInputStream(body))
                .build();
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

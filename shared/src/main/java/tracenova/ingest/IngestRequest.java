package tracenova.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A tracking request as the gateway passed it on. Header names are lower case.
///
/// @param path the route's path without a trailing slash
/// @param sourceIp the client's address, as [Sender] says
/// @param body as in the gateway's event, empty if there is none
/// @param base64 whether the body is bytes in base64
public record IngestRequest(
        String method, String path, Map<String, String> headers, String sourceIp, String body, boolean base64) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// How many bytes the body had on the wire.
    int wireBytes() {
        int padding = body.endsWith("==") ? 2 : body.endsWith("=") ? 1 : 0;
        return base64 ? body.length() / 4 * 3 - padding : Utf8.length(body);
    }

    /// The body as it was on the wire. Fails if it is no base64.
    byte[] bytes() {
        return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    /// The beginning of the body as text, at most so many bytes; empty if it is no base64.
    String head(int bytes) {
        if (!base64) {
            return Utf8.head(body, bytes);
        }
        try {
            // Four characters of base64 are three bytes.
            var start = Base64.getDecoder().decode(body.substring(0, Math.min(body.length(), (bytes + 2) / 3 * 4)));
            return new String(start, 0, Math.min(start.length, bytes), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

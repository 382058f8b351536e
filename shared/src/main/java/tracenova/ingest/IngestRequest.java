package tracenova.ingest;

import java.util.Map;
import java.util.Optional;

/// A tracking request as the gateway passed it on. Header names are lower case.
///
/// @param path the route's path without a trailing slash
/// @param sourceIp the gateway's own word for the client's address; no header decides it
/// @param body as in the gateway's event, `null` if there is none
/// @param base64 whether the body is bytes in base64
public record IngestRequest(
        String method, String path, Map<String, String> headers, String sourceIp, String body, boolean base64) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}

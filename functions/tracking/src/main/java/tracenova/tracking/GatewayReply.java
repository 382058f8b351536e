package tracenova.tracking;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/// What an HTTP API makes its answer of.
@Serdeable
record GatewayReply(int statusCode, Map<String, String> headers, String body) {}

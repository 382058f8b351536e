package tracenova.testkit.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the gateway makes of a request for a function: payload format 2.0. The path is decoded; text of a few
/// media types stays text, everything else is base64.
public final class GatewayEvents {

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> TEXT = List.of("application/json", "application/xml", "application/javascript");

    private GatewayEvents() {}

    public static byte[] of(Wire wire, String sourceIp) {
        var text = text(wire);
        return of(wire, sourceIp, text.orElseGet(() -> Base64.getEncoder().encodeToString(wire.body())),
                text.isEmpty());
    }

    /// With the body as it should stand in the event; `null` for none.
    public static byte[] of(Wire wire, String sourceIp, String body, boolean base64) {
        var event = new StringWriter();
        try (var json = JSON.createGenerator(event)) {
            json.writeStartObject();
            json.writeStringField("version", "2.0");
            json.writeStringField("routeKey", "$default");
            json.writeStringField("rawPath", path(wire));
            json.writeStringField("rawQueryString", wire.path().contains("?") ? wire.path().split("\\?", 2)[1] : "");
            json.writeObjectFieldStart("headers");
            for (var header : wire.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", "JKJaXmPLvHcESHA=");
            json.writeObjectFieldStart("http");
            json.writeStringField("method", wire.method());
            json.writeStringField("path", path(wire));
            json.writeStringField("sourceIp", sourceIp);
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("body", body == null || body.isEmpty() ? null : body);
            json.writeBooleanField("isBase64Encoded", base64 && body != null && !body.isEmpty());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return event.toString().getBytes(UTF_8);
    }

    public static String path(Wire wire) {
        return URLDecoder.decode(wire.path().split("\\?", 2)[0].replace("+", "%2B"), UTF_8);
    }

    private static Optional<String> text(Wire wire) {
        var type = wire.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!wire.header("content-encoding").isEmpty() || !type.startsWith("text/") && !TEXT.contains(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(wire.body())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

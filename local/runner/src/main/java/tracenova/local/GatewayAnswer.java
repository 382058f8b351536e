package tracenova.local;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a function behind an HTTP API answers.
@Serdeable
record GatewayAnswer(int statusCode, @Nullable Map<String, String> headers, @Nullable List<String> cookies,
        @Nullable String body, boolean isBase64Encoded) {

    Reply reply() {
        var all = new LinkedHashMap<String, List<String>>();
        if (headers != null) {
            headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        }
        if (cookies != null) {
            all.put("set-cookie", cookies);
        }
        return new Reply(statusCode, all, bytes());
    }

    private byte[] bytes() {
        if (body == null) {
            return new byte[0];
        }
        return isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}

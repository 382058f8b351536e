package tracenova.testkit.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/// One request as a client puts it on the wire. Header names are lower case.
public record Wire(String method, String path, Map<String, String> headers, byte[] body) {

    public Wire {
        headers = new LinkedHashMap<>(headers);
    }

    /// A tracking request as it should be.
    public static Wire post(String path, String key, byte[] body) {
        return new Wire("POST", path, Map.of("content-type", "application/json", "x-api-key", key), body);
    }

    public static Wire post(String path, String key, String body) {
        return post(path, key, body.getBytes(UTF_8));
    }

    public Wire with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Wire(method, path, more, body);
    }

    public Wire without(String header) {
        var less = new LinkedHashMap<>(headers);
        less.remove(header);
        return new Wire(method, path, less, body);
    }

    public Wire by(String otherMethod) {
        return new Wire(otherMethod, path, headers, body);
    }

    public Wire to(String otherPath) {
        return new Wire(method, otherPath, headers, body);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}

package tracenova.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An HTTP request that arrived whole. Header names are in lower case; the values of one name keep their order.
record Request(String method, URI uri, String protocol, String client, Map<String, List<String>> headers, byte[] body) {

    Request {
        var lower = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = lower;
    }

    /// All values of a header as one, empty if it was not sent.
    String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    String path() {
        return uri.getPath();
    }
}

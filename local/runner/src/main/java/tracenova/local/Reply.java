package tracenova.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An HTTP answer. Header names are in lower case.
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

    static Reply json(int status, byte[] body) {
        return new Reply(status, Map.of("content-type", List.of("application/json")), body);
    }

    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, List.of(value));
        return new Reply(status, more, body);
    }
}

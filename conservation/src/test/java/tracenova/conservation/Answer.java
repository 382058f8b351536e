package tracenova.conservation;

import java.util.Map;
import java.util.TreeMap;
import tracenova.testkit.Json;

/// What a client heard of one sending.
///
/// @param status of HTTP; 0 where the connection broke
/// @param codes why events were rejected, by position
record Answer(int status, long accepted, long duplicates, Map<Integer, String> codes, boolean retryAfter) {

    static final Answer NONE = new Answer(0, 0, 0, Map.of(), false);

    static Answer of(byte[] output) {
        var reply = Json.object(output);
        int status = ((Number) reply.get("statusCode")).intValue();
        var body = Json.object(((String) reply.get("body")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var codes = new TreeMap<Integer, String>();
        for (var outcome : Json.<Map<String, Object>>list(body.get("outcomes"))) {
            if (outcome.get("outcome").equals("rejected")) {
                codes.put(((Number) outcome.get("index")).intValue(), (String) outcome.get("code"));
            }
        }
        return new Answer(status, number(body, "accepted"), number(body, "duplicate"), codes,
                Json.map(reply.get("headers")).containsKey("retry-after"));
    }

    private static long number(Map<String, Object> body, String name) {
        return body.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /// Every event that was not rejected is promised.
    boolean isStored() {
        return status == 202 || status == 207;
    }

    /// Nothing was stored.
    boolean isRefused() {
        return status >= 400 && status < 500;
    }

    /// Not stored, or not known to be.
    boolean isUnknown() {
        return status == 503 || status == 0;
    }
}

package tracenova.conservation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tracenova.testkit.Json;

/// One event as a client makes it. Absent parts are `null`. Its mark is in its content and nowhere else: by it an
/// event is known to the checker, whatever id the product gives it.
record Event(String mark, Sort sort, String id, String session, String user, String visitor, Instant time,
        boolean flawed, boolean secret) {

    /// What an event is about, as each door says it.
    enum Sort {
        SCREEN("screen_view", "screen_name", "activity"),
        ERROR("error", "message", "errors"),
        STEP("funnel_step", "step_key", "activity"),
        CUSTOM("wish", "text", "activity");

        final String word;
        final String field;
        final String lakeClass;

        Sort(String word, String field, String lakeClass) {
            this.word = word;
            this.field = field;
            this.lakeClass = lakeClass;
        }
    }

    /// Names an app that is not the client's own.
    static final String FOREIGN = "\"app_id\":\"the other one\"";

    static final String STEP_KEY = "cart";
    static final String FUNNEL = "checkout";
    static final String OTHER_FUNNEL = "signup";

    /// As it stands in the body of a request to this door.
    String json(Gate gate, String apiKey, String address) {
        var fields = new LinkedHashMap<String, Object>();
        if (gate.isMixed() && !(flawed && gate == Gate.BATCH)) fields.put(gate.word, sort.word);
        if (gate == Gate.TRACK && !flawed) fields.put("page_url", "https://shop.example/" + mark);
        put(fields, "event_id", id);
        put(fields, "session_id", session);
        put(fields, "user_id", user);
        put(fields, "visitor_id", visitor);
        if (sort == Sort.STEP) fields.put("funnel_slug", mark.hashCode() % 2 == 0 ? FUNNEL : OTHER_FUNNEL);
        if (!flawed) fields.put(sort.field, sort == Sort.STEP ? STEP_KEY : mark);
        put(fields, "occurred_at", time == null ? null : time.toString());
        if (secret) fields.put("app_id", "the other one");
        fields.put("metadata", metadata(apiKey, address));
        return new String(Json.bytes(fields), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Map<String, Object> metadata(String apiKey, String address) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("mark", mark);
        if (secret) {
            metadata.put("password", Canary.PASSWORD);
            metadata.put("note", "sent with " + apiKey + " from " + address);
        }
        return metadata;
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (value != null) fields.put(name, value);
    }

    Event marked(String other) {
        return new Event(other, sort, id, session, user, visitor, time, flawed, secret);
    }
}

package tracenova.local.demo;

import java.time.Instant;
import java.util.Map;

/// An event as it is sent to `/api/v1/track/batch`: `type` names it.
public record DemoEvent(Instant at, Map<String, Object> fields) {

    /// A field's text, or null.
    public String text(String name) {
        return (String) fields.get(name);
    }
}

package tracenova.testkit.badinput;

import java.util.List;

/// Where the cases of documents are tried: a mixed door, a list of events, and the path of one event type.
enum Place {
    TRACK("/api/v1/track", "\"type\":\"custom\""),
    BATCH("/api/v1/track/batch", "\"type\":\"custom\""),
    TYPED("/api/v1/screen-views", "\"screen_name\":\"home\"");

    final String path;
    private final String word;

    Place(String path, String word) {
        this.path = path;
        this.word = word;
    }

    /// An event that this place takes; `more` are further members.
    String event(String id, String session, String more) {
        return "{" + word + ",\"event_id\":\"" + id + "\",\"session_id\":\"" + session + "\""
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    String event(String id, String more) {
        return event(id, "s-" + id, more);
    }

    String event(String id) {
        return event(id, "");
    }

    /// The document that holds the event.
    String document(String event) {
        return this == BATCH ? events(List.of(event)) : event;
    }

    static String events(List<String> events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    /// How deep the event lies; the root is 1.
    int depth() {
        return this == BATCH ? 3 : 1;
    }

    String pointer(String inEvent) {
        return this == BATCH ? "/events/0" + inEvent : inEvent;
    }
}

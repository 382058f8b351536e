package tracenova.event;

import static tracenova.event.Field.object;
import static tracenova.event.Field.text;
import static tracenova.event.Field.textId;
import static tracenova.event.Field.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The body forms of the sources: which member names the event, which holds its free data, and the names
/// a source has for what every event has. On a type's own path nothing names the event.
enum Form {
    OWN_TN("tn", "", ""),
    OWN_CQ("cq", "", ""),
    OWN_AD("ad", "", ""),
    TN("tn", "type", "payload"),
    OV("ov", "event_type", "event_data", text("page_url").as(Column.URL)),
    CQ("cq", "event_type", "action_context",
            time("timestamp").as(Column.OCCURRED_AT),
            text("page_slug").as(Column.SCREEN),
            text("page_path").as(Column.PATH),
            textId("error_id").as(Column.EVENT_ID),
            textId("crash_id").as(Column.EVENT_ID)),
    RT("rt", "event_type", "properties",
            text("schema_id"),
            time("timestamp").as(Column.OCCURRED_AT),
            text("page_url").as(Column.URL)),
    AD("ad", "event", "properties",
            time("timestamp").as(Column.OCCURRED_AT),
            text("page_url").as(Column.URL));

    /// What a source calls one of our types.
    private static final Map<String, String> TN_WORDS =
            Map.of("performance", "performance_metric", "business", "business_event");
    private static final Map<String, String> CQ_WORDS =
            Map.of("action", "user_action", "session", "session_start");

    private static final List<String> FREE_DATA =
            List.of("payload", "properties", "event_data", "action_context");

    private final String source;
    private final String word;
    private final String freeData;
    private final FieldIndex fields;

    Form(String source, String word, String freeData, Field... more) {
        this.source = source;
        this.word = word;
        this.freeData = freeData;
        var all = new ArrayList<>(List.of(more));
        if (!word.isEmpty()) {
            all.add(text(word).required());
            all.add(object(freeData));
            all.addAll(CommonFields.inFreeData());
        }
        this.fields = FieldIndex.ofForm(all);
    }

    /// `type`, or `event_type` with OneVault's or CQMS's fields; null if none fits.
    static Form ofTrack(Json event) {
        if (event.find("type") != null) return TN;
        if (event.find("event_type") == null) return null;
        if (event.find("page_url") != null) return OV;
        boolean cqms = event.find("page_slug") != null
                || event.find("action_type") != null
                || event.find("error_type") != null;
        return cqms ? CQ : null;
    }

    /// `event_type`, `event`, or our own `type`; null if none is there.
    static Form ofIngest(Json event) {
        if (event.find("event_type") != null) return RT;
        if (event.find("event") != null) return AD;
        return event.find("type") != null ? TN : null;
    }

    String source() {
        return source;
    }

    /// The member that names the event; empty on a type's own path.
    String word() {
        return word;
    }

    boolean isMixed() {
        return !word.isEmpty();
    }

    /// What the form takes beyond the fields of a row.
    FieldIndex fields() {
        return fields;
    }

    /// Where a member of the event belongs, or null.
    FieldIndex.Slot slot(FieldIndex row, String name) {
        var own = row.direct(name);
        if (!isMixed()) return own;
        return own == null || name.equals(word) || isForeign(own, name) ? fields.direct(name) : own;
    }

    /// A row's alias for an identity: mixed bodies have their own.
    private static boolean isForeign(FieldIndex.Slot slot, String name) {
        return slot.field().isIdentity() && !slot.field().column().toString().equals(name);
    }

    /// Whether the fields of a row may stand in the free data: CQMS bodies have them beside it.
    boolean holdsFieldsInFreeData() {
        return isMixed() && this != CQ;
    }

    /// The object with the client's free data, or null.
    Json freeDataOf(Json event) {
        if (isMixed()) return objectOrNull(event.find(freeData));
        for (var name : FREE_DATA) {
            var found = objectOrNull(event.find(name));
            if (found != null) return found;
        }
        return null;
    }

    private static Json objectOrNull(Json value) {
        return value != null && value.is(Json.Kind.OBJECT) ? value : null;
    }

    /// The type that the event's own word names; `custom` for any other word.
    EventType typeOf(String word) {
        var words = switch (this) {
            case TN -> TN_WORDS;
            case CQ -> CQ_WORDS;
            case OWN_TN, OWN_CQ, OWN_AD, OV, RT, AD -> Map.<String, String>of();
        };
        return EventType.named(words.getOrDefault(word, word)).orElse(EventType.CUSTOM);
    }
}

package tracenova.event;

import java.util.List;

/// The doors that take events of any type in the words of several sources.
public enum MixedDoor implements Door {
    TRACK("/api/v1/track"),
    TRACK_BATCH("/api/v1/track/batch"),
    TRACK_ASYNC("/api/v1/track/async"),
    EVENTS_INGEST("/api/v1/events/ingest"),
    API_EVENTS_INGEST("/api/events/ingest");

    private final String path;

    MixedDoor(String path) {
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    /// The type that its own word names if it satisfies that row, else `custom` with that name.
    @Override
    public Reading read(Json event) {
        if (!event.is(Json.Kind.OBJECT)) return new Reading.Rejected(Check.NOT_AN_OBJECT);
        var form = formOf(event);
        if (form == null) return new Reading.Rejected(List.of(noWord()));
        var custom = new EventView(EventType.CUSTOM, form, event);
        var violations = Check.of(custom);
        if (!violations.isEmpty()) return new Reading.Rejected(violations);
        var type = form.typeOf(event.find(form.word()).string());
        var typed = type == EventType.CUSTOM ? custom : new EventView(type, form, event);
        return new Reading.Read(Check.satisfies(typed) ? typed.parts() : List.of(custom));
    }

    @Override
    public EventView view(EventType type, Json event) {
        var form = formOf(event);
        return new EventView(type, form == null ? Form.TN : form, event);
    }

    @Override
    public EventView asSent(Json event) {
        return view(EventType.CUSTOM, event);
    }

    private Form formOf(Json event) {
        return switch (this) {
            case TRACK, TRACK_BATCH, TRACK_ASYNC -> Form.ofTrack(event);
            case EVENTS_INGEST, API_EVENTS_INGEST -> Form.ofIngest(event);
        };
    }

    private Violation noWord() {
        return switch (this) {
            case TRACK, TRACK_BATCH, TRACK_ASYNC ->
                    new Violation(Code.REQUIRED, "/type", "type, or event_type with page_url or page_slug");
            case EVENTS_INGEST, API_EVENTS_INGEST ->
                    new Violation(Code.REQUIRED, "/event_type", "expected event_type, event or type");
        };
    }
}

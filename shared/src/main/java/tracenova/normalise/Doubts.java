package tracenova.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tracenova.event.EventType;
import tracenova.event.EventView;
import tracenova.event.Json;
import tracenova.event.Rfc3339;
import tracenova.event.Who;
import tracenova.ingest.Chunk.StoredEvent;

/// Finds the remarks an event earns by itself (D21); those of its columns are added by [Row].
final class Doubts {

    private final EventView view;
    private final StoredEvent stored;
    private final List<Remark> remarks = new ArrayList<>(2);

    private Doubts(EventView view, StoredEvent stored) {
        this.view = view;
        this.stored = stored;
    }

    static List<Remark> of(EventView view, StoredEvent stored) {
        var doubts = new Doubts(view, stored);
        doubts.ofIngest();
        doubts.ofWhatIsMissing();
        doubts.ofIds();
        doubts.ofSession();
        return doubts.remarks;
    }

    /// What only ingest could see.
    private void ofIngest() {
        for (var remark : stored.remarks()) {
            remarks.add(Remark.valueOf(remark.toUpperCase(Locale.ROOT)));
        }
        add(Remark.ADJUSTED, stored.adjusted());
    }

    /// Not asked of the body forms that have no such field: OneVault's names neither time nor person nor session,
    /// the one of AD-E07 no person.
    private void ofWhatIsMissing() {
        boolean onevault = isOneVault();
        boolean nobody = view.userId().isEmpty() && view.visitorId().isEmpty();
        boolean named = view.source().equals("ad") && view.type() != EventType.IDENTIFY;
        var who = view.type().who();
        add(Remark.NO_TIME, stored.defaulted() && !onevault);
        add(Remark.NO_PERSON, nobody && who != Who.NOBODY && !onevault && !named);
        add(Remark.NO_SESSION, view.sessionId().isEmpty() && who == Who.SESSION && !onevault);
    }

    private void ofIds() {
        if (isOneVault()) {
            add(Remark.ID_PATTERN, isMisfit(view.eventId(), "evt_", "evt_"));
            add(Remark.ID_PATTERN, isMisfit(view.sessionId(), "sess_", "session_"));
            add(Remark.ID_PATTERN, isMisfit(view.visitorId(), "visitor_", "visitor_"));
        }
    }

    /// Ids that the scrubber replaced are not judged.
    private static boolean isMisfit(Optional<String> id, String prefix, String other) {
        return id.filter(text -> !text.startsWith(prefix) && !text.startsWith(other) && !text.startsWith("masked_"))
                .isPresent();
    }

    private void ofSession() {
        if (view.type() == EventType.SESSION_START || view.type() == EventType.SESSION_END) {
            add(Remark.CONTRADICTION, endsBeforeStart());
            add(Remark.CONTRADICTION, isLongerThanItself(view));
        }
    }

    private boolean endsBeforeStart() {
        var start = view.field("session_start").filter(Doubts::isText).flatMap(time -> Rfc3339.parse(time.string()));
        var end = view.field("session_end").filter(Doubts::isText).flatMap(time -> Rfc3339.parse(time.string()));
        return start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
    }

    /// Whether a session was longer in foreground and background than it lasted.
    static boolean isLongerThanItself(EventView view) {
        double parts = seconds(view, "foreground_seconds") + seconds(view, "background_seconds");
        return view.field("duration_seconds").isPresent() && parts > seconds(view, "duration_seconds");
    }

    private static double seconds(EventView view, String field) {
        return view.field(field).filter(value -> value.is(Json.Kind.NUMBER)).map(Json::number).orElse(0.0);
    }

    private static boolean isText(Json value) {
        return value.is(Json.Kind.STRING);
    }

    private boolean isOneVault() {
        return view.source().equals("ov");
    }

    private void add(Remark remark, boolean applies) {
        if (applies) {
            remarks.add(remark);
        }
    }
}

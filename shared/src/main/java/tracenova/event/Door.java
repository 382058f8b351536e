package tracenova.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where events come in: the path of one event type, or a mixed door. What it reads depends on nothing else,
/// so that a stored event reads as it did when it was received.
public sealed interface Door permits EventType, MixedDoor {

    /// With its prefix and without a trailing slash: `/api/v1/screen-views`.
    String path();

    /// Checks an event and says what it is.
    Reading read(Json event);

    /// A stored event that this door took as `type`; not checked again, so nothing can fail.
    EventView view(EventType type, Json event);

    /// Who and which, as sent, whether or not the event passes: identity never depends on a verdict.
    EventView asSent(Json event);

    static Optional<Door> at(String path) {
        return Optional.ofNullable(Doors.BY_PATH.get(path));
    }
}

/// Every door by its path.
final class Doors {

    static final Map<String, Door> BY_PATH = new HashMap<>();

    static {
        for (var type : EventType.values()) if (!type.path().isEmpty()) BY_PATH.put(type.path(), type);
        for (var door : MixedDoor.values()) BY_PATH.put(door.path(), door);
    }

    private Doors() {}
}

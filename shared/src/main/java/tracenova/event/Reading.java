package tracenova.event;

import java.util.List;

/// What a door makes of one event as sent: the events it stands for, or why it is rejected.
public sealed interface Reading {

    /// Usually one; a session sent whole is its start and its end.
    record Read(List<EventView> events) implements Reading {}

    record Rejected(List<Violation> violations) implements Reading {}
}

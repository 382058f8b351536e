package tracenova.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tracenova.event.EventView;

/// Settles the time of an event against the moment its batch was first received.
record Times(Instant firstReceived) {

    static final Duration PAST = Duration.ofDays(30);
    static final Duration AHEAD = Duration.ofMinutes(10);

    /// How long a first receipt is kept, and so how much earlier than the window a time may become ours.
    static final Duration RECEIPT = Duration.ofHours(48);

    /// @param adjusted the time as sent lay outside the window
    /// @param defaulted no time was sent
    record Settled(Instant at, boolean adjusted, boolean defaulted) {}

    Settled settle(EventView event) {
        var sent = event.time();
        if (sent.isEmpty()) {
            return new Settled(firstReceived, false, true);
        }
        return isOutside(sent.get(), PAST) ? new Settled(firstReceived, true, false)
                : new Settled(sent.get(), false, false);
    }

    /// Whether the time of this event is ours, or may become ours while a receipt lasts.
    boolean mayBeOurs(Optional<Instant> sent) {
        return sent.isEmpty() || isOutside(sent.get(), PAST.minus(RECEIPT));
    }

    private boolean isOutside(Instant sent, Duration past) {
        return sent.isBefore(firstReceived.minus(past)) || sent.isAfter(firstReceived.plus(AHEAD));
    }
}

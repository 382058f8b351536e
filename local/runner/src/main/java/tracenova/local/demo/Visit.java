package tracenova.local.demo;

import java.time.Instant;
import java.util.List;

/// The events of one session, and when they leave the device: at once, or when it is online again.
record Visit(Client client, Instant sentAt, List<DemoEvent> events) {

    Visit {
        events = List.copyOf(events);
    }

    Visit first(int most) {
        return new Visit(client, sentAt, events.subList(0, Math.min(most, events.size())));
    }

    Visit within(Instant from, Instant until) {
        return new Visit(client, sentAt, events.stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(until)).toList());
    }
}

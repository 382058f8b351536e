package tracenova.testkit;

import java.time.Instant;

/// A message of a [FakeAws] queue: how often it was delivered, and from when on it can be received (again).
public record QueuedMessage(
        String id, String body, Instant sent, Instant visibleAt, int receiveCount, String source) {

    QueuedMessage hiddenUntil(Instant instant) {
        return new QueuedMessage(id, body, sent, instant, receiveCount, source);
    }

    QueuedMessage receivedAgain(Instant until) {
        return new QueuedMessage(id, body, sent, until, receiveCount + 1, source);
    }

    /// As it lies in the dead-letter queue of `queue`.
    QueuedMessage deadFrom(String queue, Instant now) {
        return new QueuedMessage(id, body, sent, now, receiveCount, queue);
    }

    boolean delayedAt(Instant now) {
        return receiveCount == 0 && visibleAt.isAfter(now);
    }

    String receipt() {
        return id + "#" + receiveCount;
    }
}

package tracenova.conservation;

import java.time.Duration;

/// What a function of the product does, and how long it may take (the time-outs of the template).
enum Role {
    TRACK(10),
    COLLECT(15),
    COMPACT(300),
    INSIGHTS(300),
    RECONCILE(300),
    REPLAY(300);

    private final Duration timeout;

    Role(int seconds) {
        this.timeout = Duration.ofSeconds(seconds);
    }

    Duration timeout() {
        return timeout;
    }
}

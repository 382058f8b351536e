package tracenova.ingest;

import java.time.Instant;
import java.util.List;

/// What we say to a request; there is no third case. A refusal of type `overloaded` means not stored or unknown.
public sealed interface Answer {

    /// 202, or 207 if some events were rejected: every accepted or duplicate event is in the table.
    record Stored(String batchId, Instant receivedAt, List<Outcome> outcomes, Layers layers) implements Answer {
        public Stored {
            outcomes = List.copyOf(outcomes);
        }
    }

    /// 4xx: nothing was stored. 503: not stored or unknown; safe to send again with the same ids.
    record Refused(Problem problem) implements Answer {}

    /// Which layers have seen the events when the answer is given: table, normalised, index.
    record Layers(boolean raw, boolean staging, boolean business) {
        public static final Layers QUEUED = new Layers(true, false, false);
        public static final Layers COMPLETED = new Layers(true, true, true);
    }
}

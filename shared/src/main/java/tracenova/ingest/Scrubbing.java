package tracenova.ingest;

import java.util.function.UnaryOperator;
import tracenova.app.KeyEntry;
import tracenova.scrub.ScrubContext;
import tracenova.scrub.Scrubber;
import tracenova.scrub.SensitiveNames;

/// The scrubber's view of a key.
final class Scrubbing {

    private static final Scrubber SCRUBBER = new Scrubber();

    private Scrubbing() {}

    /// An id as it may be stored: itself, or a stand-in where it looks like a secret.
    static String id(KeyEntry key, String id) {
        return SCRUBBER.scrubId(id, context(key, "", ip -> ip));
    }

    static ScrubContext context(KeyEntry key, String address, UnaryOperator<String> addressHash) {
        return ScrubContext.of(SensitiveNames.with(key.scrubNames()), key.contentKey(), address, addressHash);
    }
}

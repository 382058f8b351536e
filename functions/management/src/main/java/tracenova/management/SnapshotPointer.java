package tracenova.management;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What readers need of `pointers/<app>.json`, as insights publishes it.
@Serdeable
record SnapshotPointer(Instant now, Map<String, Current> insights) {

    @Serdeable
    record Current(String object, long manifest, boolean stale) {

        /// Objects never change, so the name is enough.
        String etag() {
            return "\"" + object.substring(object.lastIndexOf('/') + 1).replace(".json", "") + "\"";
        }
    }

    Optional<Current> insight(String name) {
        return Optional.ofNullable(insights.get(name));
    }
}

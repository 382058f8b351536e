package tracenova.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that ingest needs to know of a key, in one item.
///
/// @param contentKey 32 random bytes of the app, the same in each of its keys, never rotated
/// @param scrubNames names the app masks in addition to ours
public record KeyEntry(AppId app, String workspace, String keyId, boolean revoked, Optional<Instant> expires,
        Switches switches, List<String> scrubNames, byte[] contentKey) {

    /// Whether the key opens anything at `now`.
    public boolean isLive(Instant now) {
        return !revoked && expires.map(now::isBefore).orElse(true);
    }
}

package tracenova.app;

import java.time.Instant;
import java.util.Optional;

/// What can be shown of a key ever after: all but its secret.
public record IssuedKey(String id, String name, Instant created, Optional<Instant> revoked) {

    /// How the key begins: `tn_live_<id>`.
    public String prefix() {
        return ApiKey.PREFIX + id;
    }
}

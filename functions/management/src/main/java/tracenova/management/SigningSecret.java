package tracenova.management;

import java.util.List;

/// What access tokens are signed with. Asked at each request, so that a rotation needs no deployment.
public interface SigningSecret {

    /// The key that signs, then those that are still accepted.
    List<Key> keys();

    /// @param id the `kid` of its tokens
    record Key(String id, byte[] bytes) {}
}

package tracenova.scrub;

import java.util.function.UnaryOperator;

/// What the scrubber must know about a request: the app's sensitive names and content key, the sender's
/// address, and how an address is hashed today. Made once per request.
public record ScrubContext(SensitiveNames names, byte[] contentKey, IpAddress sender, UnaryOperator<String> addressHash) {

    /// For a request whose sender is written `address`; anything that is no address is none.
    public static ScrubContext of(
            SensitiveNames names, byte[] contentKey, String address, UnaryOperator<String> addressHash) {
        return new ScrubContext(names, contentKey, IpAddress.parse(address), addressHash);
    }

    /// The stand-in for an id, name or identifier that must not be stored: equal for equal texts of one app.
    String pseudonym(String text) {
        return Pseudonym.of(contentKey, text);
    }
}

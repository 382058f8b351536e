package tracenova.scrub;

import java.util.function.UnaryOperator;
import tracenova.id.Hashes;
import tracenova.scrub.ValueRule.Scope;

/// What the scrubber must know about a request: the app's sensitive names and content key, the sender's
/// address, and how an address is hashed today. Made once per request.
public record ScrubContext(SensitiveNames names, byte[] contentKey, IpAddress sender,
        UnaryOperator<String> addressHash) {

    private static final String PSEUDONYM = "masked_";
    private static final int HASH = 22;

    /// For a request whose sender is written `address`; anything that is no address is none.
    public static ScrubContext of(
            SensitiveNames names, byte[] contentKey, String address, UnaryOperator<String> addressHash) {
        return new ScrubContext(names, contentKey, IpAddress.parse(address), addressHash);
    }

    /// The stand-in for an id, name or identifier that must not be stored: equal for equal texts of one app.
    String pseudonym(String text) {
        return PSEUDONYM + hash(text);
    }

    String hash(String text) {
        return Hashes.shortHmac(contentKey, text);
    }

    /// Whether a name is one of ours, and random: any word in it is there by chance.
    static boolean isPseudonym(Text name) {
        return name.length() == PSEUDONYM.length() + HASH && Chars.startsWith(name, PSEUDONYM, 0);
    }

    /// What is masked in ids: addresses whoever sends them, e-mail never.
    Scope ids() {
        return new Scope(names, IpAddress.NONE, false, true);
    }
}

package tracenova.app;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import tracenova.id.Base62;
import tracenova.id.Hashes;
import tracenova.id.Secrets;

/// The write-only credential of an app: `tn_live_<id>_<secret>_<checksum>`. Only its hash is stored.
public record ApiKey(String id, String text) {

    static final String PREFIX = "tn_live_";
    private static final int ID = 8;
    private static final int SECRET = 32;
    private static final int CHECKSUM = 6;
    private static final int LENGTH = PREFIX.length() + ID + 1 + SECRET + 1 + CHECKSUM;

    /// A new key with 190 random bits.
    public static ApiKey random(Secrets secrets) {
        var id = secrets.base62(ID);
        var body = PREFIX + id + "_" + secrets.base62(SECRET);
        return new ApiKey(id, body + "_" + checksum(body));
    }

    /// The key, if the text has a key's form and its checksum holds; asks nobody.
    public static Optional<ApiKey> parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX) || !text.chars().allMatch(ApiKey::isAllowed)) {
            return Optional.empty();
        }
        var body = text.substring(0, LENGTH - CHECKSUM - 1);
        var id = text.substring(PREFIX.length(), PREFIX.length() + ID);
        return text.equals(body + "_" + checksum(body)) ? Optional.of(new ApiKey(id, text)) : Optional.empty();
    }

    /// What the table knows a key by. The key is random, so a fast hash is right.
    public String hash() {
        return Hashes.sha256(text);
    }

    private static boolean isAllowed(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Base62.of(crc.getValue(), CHECKSUM);
    }

    /// Never the secret: this may end up in a log.
    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}

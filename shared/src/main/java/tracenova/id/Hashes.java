package tracenova.id;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// SHA-256 and HMAC-SHA-256 as the text that stands in keys, names and columns.
public final class Hashes {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Hashes() {}

    /// SHA-256 of the parts, joined by a separator that keeps ("a", "bc") apart from ("ab", "c"); 64 hex digits.
    public static String sha256(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    /// The first 128 bits of [#sha256] in 22 characters of `[A-Za-z0-9_-]`.
    public static String shortSha256(String... parts) {
        return TEXT.encodeToString(Arrays.copyOf(digest(parts), 16));
    }

    /// HMAC-SHA-256 of the parts, its first 128 bits in 22 characters of `[A-Za-z0-9_-]`.
    public static String shortHmac(byte[] key, String... parts) {
        return TEXT.encodeToString(Arrays.copyOf(hmac(key, parts), 16));
    }

    private static byte[] digest(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(framed(part));
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : parts) {
                mac.update(framed(part));
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// The part behind its own length, so that no two lists of parts look alike.
    private static byte[] framed(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        var framed = Arrays.copyOfRange(bytes, 0, bytes.length + 4);
        for (int i = 0; i < 4; i++) {
            framed[bytes.length + i] = (byte) (bytes.length >>> 8 * i);
        }
        return framed;
    }
}

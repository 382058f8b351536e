package tracenova.id;

import java.security.SecureRandom;

/// Random text and bytes. Made anew after a restore from a snapshot: nothing random outlives a checkpoint.
public interface Secrets {

    /// `length` random bytes.
    byte[] bytes(int length);

    /// `length` characters of `[0-9A-Za-z]`.
    default String base62(int length) {
        var text = new StringBuilder(length);
        while (text.length() < length) {
            for (var b : bytes(length)) {
                // 248 = 4 * 62: what lies above would make some letters likelier than others.
                if ((b & 0xff) < 248 && text.length() < length) {
                    text.append(Base62.DIGITS.charAt((b & 0xff) % 62));
                }
            }
        }
        return text.toString();
    }

    /// The operating system's randomness, opened at each call so that a restored sandbox shares none.
    static Secrets system() {
        return length -> {
            var bytes = new byte[length];
            new SecureRandom().nextBytes(bytes);
            return bytes;
        };
    }
}

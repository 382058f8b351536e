package tracenova.management;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import tracenova.id.Hashes;

/// Refresh tokens as clients have them: signed as access tokens are, so that none is good for longer than the keys.
@Singleton
class RefreshTokens {

    private static final int LONGEST = 200;

    private final SigningSecret secret;

    RefreshTokens(SigningSecret secret) {
        this.secret = secret;
    }

    String sign(String token) {
        return token + "." + signature(secret.keys().getFirst(), token);
    }

    /// What was signed; none where no key of ours did it.
    Optional<String> verify(String signed) {
        int end = signed.lastIndexOf('.');
        if (end < 0 || signed.length() > LONGEST) {
            return Optional.empty();
        }
        var token = signed.substring(0, end);
        var signature = signed.substring(end + 1);
        return secret.keys().stream().anyMatch(key -> isSame(signature(key, token), signature))
                ? Optional.of(token)
                : Optional.empty();
    }

    private static String signature(SigningSecret.Key key, String token) {
        return Hashes.shortHmac(key.bytes(), "refresh", token);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

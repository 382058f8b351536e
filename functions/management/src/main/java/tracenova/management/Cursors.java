package tracenova.management;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import tracenova.event.Code;
import tracenova.id.Hashes;

/// Where a list goes on, given to the client and signed: good for the same query of the same workspace, for an hour.
@Singleton
class Cursors {

    private static final Duration GOOD = Duration.ofHours(1);
    private static final int LONGEST = 2_048;

    private final SigningSecret secret;
    private final InstantSource clock;

    Cursors(SigningSecret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /// @param query all that the list depends on
    /// @param position where it goes on
    String of(String query, String position) {
        var content = clock.instant().plus(GOOD).getEpochSecond() + " " + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "."
                + signature(secret.keys().getFirst(), query, content);
    }

    /// Where it goes on; refuses a cursor that is not ours, of another query, or too old.
    String position(String query, String cursor) {
        var parts = cursor.split("\\.", -1);
        var content = parts.length == 2 && cursor.length() <= LONGEST ? decoded(parts[0]) : "";
        int space = content.indexOf(' ');
        boolean good = space > 0 && secret.keys().stream()
                .anyMatch(key -> isSame(signature(key, query, content), parts[1]));
        if (!good || Long.parseLong(content.substring(0, space)) <= clock.instant().getEpochSecond()) {
            throw Query.refused(Code.UNKNOWN_VALUE, "cursor", "not a cursor of this list, or too old");
        }
        return content.substring(space + 1);
    }

    private static String signature(SigningSecret.Key key, String query, String content) {
        return Hashes.shortHmac(key.bytes(), "cursor", query, content);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

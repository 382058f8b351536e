package tracenova.management;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tracenova.id.Hashes;

/// `JWT_SECRET`: the secret, and behind spaces those that it takes the place of.
@Singleton
@Requires(property = "jwt.secret")
record PropertySecret(List<Key> keys) implements SigningSecret {

    private static final int SHORTEST = 32;

    @jakarta.inject.Inject
    PropertySecret(@Property(name = "jwt.secret") String secrets) {
        this(keys(secrets));
    }

    static List<Key> keys(String secrets) {
        return Arrays.stream(secrets.strip().split(" +")).map(PropertySecret::key).toList();
    }

    private static Key key(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("a signing secret has at least " + SHORTEST + " characters");
        }
        return new Key(Hashes.shortSha256("kid", secret).substring(0, 8), secret.getBytes(StandardCharsets.UTF_8));
    }
}

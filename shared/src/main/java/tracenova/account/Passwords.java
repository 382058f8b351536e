package tracenova.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import tracenova.id.Secrets;

/// Which passwords are taken, and whether one is right. At most two are hashed at once: each takes 19 MiB.
@Singleton
public class Passwords {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final int AT_ONCE = 2;

    // What no password gives: checked where there is no account, so that it takes as long.
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Secrets secrets;
    private final Hashing hashing;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    @Inject
    public Passwords(Secrets secrets) {
        this(secrets, new Argon2id());
    }

    Passwords(Secrets secrets, Hashing hashing) {
        this.secrets = secrets;
        this.hashing = hashing;
    }

    /// What is wrong with a password that someone would like to have; empty where nothing is.
    public static Optional<String> flaw(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(SHORTEST + " to " + LONGEST + " characters");
        }
        return CommonPasswords.contains(password) ? Optional.of("not one that is tried first") : Optional.empty();
    }

    String hash(String password) {
        return alone(() -> hashing.hash(bytes(password), secrets.bytes(16)));
    }

    boolean matches(String password, String hash) {
        return alone(() -> hashing.matches(bytes(password), hash));
    }

    /// Takes as long as [#matches].
    void matchesNobody(String password) {
        matches(password, NOBODY);
    }

    /// Whether the hash was made with other parameters than one made now.
    boolean isOutdated(String hash) {
        return !hashing.isCurrent(hash);
    }

    private <T> T alone(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}

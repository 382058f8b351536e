package tracenova.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import tracenova.id.Secrets;

/// Hashes passwords with Argon2id; the parameters stand in each hash. At most two at once: each takes 19 MiB.
@Singleton
public class Passwords {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final int KIB = 19_456;
    private static final int ROUNDS = 2;
    private static final int BYTES = 32;
    private static final int AT_ONCE = 2;

    // What no password gives: checked where there is no account, so that it takes as long.
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Secrets secrets;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    public Passwords(Secrets secrets) {
        this.secrets = secrets;
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
        return alone(() -> current().hash(bytes(password), secrets.bytes(16)).getResult());
    }

    boolean matches(String password, String hash) {
        return alone(() -> Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.UTF_8)));
    }

    /// Takes as long as [#matches].
    void matchesNobody(String password) {
        matches(password, NOBODY);
    }

    /// Whether the hash was made with other parameters than one made now.
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(current());
    }

    private static Argon2Function current() {
        return Argon2Function.getInstance(KIB, ROUNDS, 1, BYTES, Argon2.ID);
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

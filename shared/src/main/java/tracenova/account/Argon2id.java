package tracenova.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;

/// 19 MiB and two rounds for each; the parameters stand in each hash.
final class Argon2id implements Hashing {

    private static final int KIB = 19_456;
    private static final int ROUNDS = 2;
    private static final int BYTES = 32;

    @Override
    public String hash(byte[] password, byte[] salt) {
        return current().hash(password, salt).getResult();
    }

    @Override
    public boolean matches(byte[] password, String hash) {
        return Argon2Function.getInstanceFromHash(hash).check(password, hash.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isCurrent(String hash) {
        return Argon2Function.getInstanceFromHash(hash).equals(current());
    }

    private static Argon2Function current() {
        return Argon2Function.getInstance(KIB, ROUNDS, 1, BYTES, Argon2.ID);
    }
}

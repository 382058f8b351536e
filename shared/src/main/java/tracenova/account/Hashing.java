package tracenova.account;

/// How a password becomes a hash, and is compared with one.
interface Hashing {

    String hash(byte[] password, byte[] salt);

    boolean matches(byte[] password, String hash);

    /// Whether it was made as one is made now.
    boolean isCurrent(String hash);
}

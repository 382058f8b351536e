package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// MD5, with which SQS and S3 tell that what came is what was sent.
final class Md5 {

    private Md5() {}

    static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /// The bytes and, behind them, their MD5.
    static byte[] append(byte[] bytes) {
        var both = Arrays.copyOf(bytes, bytes.length + 16);
        System.arraycopy(of(bytes), 0, both, bytes.length, 16);
        return both;
    }

    private static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

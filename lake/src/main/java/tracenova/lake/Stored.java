package tracenova.lake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What an object holds, and the ETag of that content.
public record Stored(byte[] bytes, String etag) {

    boolean hasBytes(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

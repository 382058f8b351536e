package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/// An object of a [FakeAws] bucket. Its ETag stands in quotes, as S3 spells it.
public record StoredObject(byte[] bytes, String etag, Instant modified, Map<String, String> headers) {

    public StoredObject {
        headers = Map.copyOf(headers);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package tracenova.ingest;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// How a body is compressed on the wire: one layer, or not at all.
enum Coding {
    NONE,
    GZIP,
    DEFLATE;

    /// What the header says; empty if it is nothing we read.
    static Optional<Coding> of(IngestRequest request) {
        return switch (request.header("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(NONE);
            case "gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            default -> Optional.empty();
        };
    }

    /// The bytes behind the coding; empty if there are too many. Check sums and lengths must hold, and nothing
    /// may follow.
    Optional<byte[]> decode(byte[] bytes) throws IOException {
        return switch (this) {
            case NONE -> Optional.of(bytes);
            case GZIP -> Inflation.gzip(bytes);
            case DEFLATE -> Inflation.zlib(bytes);
        };
    }
}

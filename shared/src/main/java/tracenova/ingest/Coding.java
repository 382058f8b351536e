package tracenova.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tracenova.event.Limits;

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

    /// The bytes behind the coding; empty if there are too many: reading stops right behind the limit. Check
    /// sums and lengths must hold, and nothing may follow.
    Optional<byte[]> decode(byte[] bytes) throws IOException {
        return switch (this) {
            case NONE -> Optional.of(bytes);
            case GZIP -> decompressed(new Gzip(bytes), bytes.length);
            case DEFLATE -> decompressed(new Zlib(bytes), bytes.length);
        };
    }

    private static <S extends InflaterInputStream & Ending> Optional<byte[]> decompressed(S stream, int wire)
            throws IOException {
        try (var in = stream) {
            var out = new ByteArrayOutputStream(Math.min(wire * 4, Limits.DECOMPRESSED_BYTES));
            var buffer = new byte[8_192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > Limits.DECOMPRESSED_BYTES) {
                    return Optional.empty();
                }
            }
            if (in.unread() > 0) {
                throw new IOException("bytes after the end");
            }
            return Optional.of(out.toByteArray());
        }
    }

    /// A stream that can tell how many bytes follow its end.
    private interface Ending {
        int unread();
    }

    private static final class Gzip extends GZIPInputStream implements Ending {
        private static final int TRAILER = 8;

        Gzip(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes), Math.max(1, bytes.length));
        }

        // The check sum and length of the last member stay in the buffer.
        @Override
        public int unread() {
            return inf.getRemaining() - TRAILER;
        }
    }

    private static final class Zlib extends InflaterInputStream implements Ending {
        Zlib(byte[] bytes) {
            super(new ByteArrayInputStream(bytes), new Inflater(), Math.max(1, bytes.length));
        }

        @Override
        public int unread() {
            return inf.getRemaining();
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}

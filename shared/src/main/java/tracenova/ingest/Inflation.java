package tracenova.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tracenova.event.Limits;

/// Undoes gzip (RFC 1952) and zlib (RFC 1950), and stops right behind the limit. The JDK's own stream recurses
/// once per empty member of gzip, and a request can bring 26,000 of them.
final class Inflation {

    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final byte[] wire;
    private final Inflater inflater;
    private final ByteArrayOutputStream out;
    private final byte[] buffer = new byte[8_192];
    private final CRC32 sum = new CRC32();
    private int at;

    private Inflation(byte[] wire, boolean raw) {
        this.wire = wire;
        this.inflater = new Inflater(raw);
        this.out = new ByteArrayOutputStream(Math.min(wire.length * 4, Limits.DECOMPRESSED_BYTES));
    }

    /// What all members hold together; empty if that is too much.
    static Optional<byte[]> gzip(byte[] wire) throws IOException {
        var inflation = new Inflation(wire, true);
        try {
            boolean fits = true;
            do {
                fits = inflation.member();
            } while (fits && inflation.at < wire.length);
            return inflation.result(fits);
        } finally {
            inflation.inflater.end();
        }
    }

    /// What the one stream holds; empty if that is too much.
    static Optional<byte[]> zlib(byte[] wire) throws IOException {
        var inflation = new Inflation(wire, false);
        try {
            boolean fits = inflation.inflate();
            require(!fits || inflation.at == wire.length);
            return inflation.result(fits);
        } finally {
            inflation.inflater.end();
        }
    }

    private Optional<byte[]> result(boolean fits) {
        return fits ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private boolean member() throws IOException {
        header();
        inflater.reset();
        sum.reset();
        int before = out.size();
        if (!inflate()) {
            return false;
        }
        require(number(4) == sum.getValue());
        require(number(4) == out.size() - before);
        return true;
    }

    private void header() throws IOException {
        int start = at;
        require(number(2) == 0x8b1f && number(1) == 8);
        long flags = number(1);
        require((flags & RESERVED) == 0);
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        if ((flags & HEADER_SUM) != 0) {
            sum.reset();
            sum.update(wire, start, at - start);
            require(number(2) == (sum.getValue() & 0xffff));
        }
    }

    /// Whether what came out so far is within the limit.
    private boolean inflate() throws IOException {
        inflater.setInput(wire, at, wire.length - at);
        while (!inflater.finished()) {
            int count = inflated();
            require(count > 0 || inflater.finished());
            sum.update(buffer, 0, count);
            out.write(buffer, 0, count);
            if (out.size() > Limits.DECOMPRESSED_BYTES) {
                return false;
            }
        }
        at = wire.length - inflater.getRemaining();
        return true;
    }

    private int inflated() throws IOException {
        try {
            return inflater.inflate(buffer);
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    /// The next bytes as a number, lowest first.
    private long number(int bytes) throws IOException {
        require(bytes <= wire.length - at);
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (wire[at++] & 0xffL) << 8 * i;
        }
        return number;
    }

    private void skip(int bytes) throws IOException {
        require(bytes <= wire.length - at);
        at += bytes;
    }

    private void skipText(boolean present) throws IOException {
        while (present && number(1) != 0) {
            // Up to and with its zero.
        }
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not what its coding says");
        }
    }
}

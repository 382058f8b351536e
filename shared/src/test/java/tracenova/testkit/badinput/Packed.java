package tracenova.testkit.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Bytes, compressed in right and wrong ways.
final class Packed {

    private Packed() {}

    static byte[] gzip(byte[] bytes) {
        return written(out -> {
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
        });
    }

    /// So many megabytes of zeros.
    static byte[] gzipOfZeros(int megabytes) {
        return written(out -> {
            try (var gzip = new GZIPOutputStream(out, 65_536)) {
                var zeros = new byte[1 << 20];
                for (int i = 0; i < megabytes; i++) {
                    gzip.write(zeros);
                }
            }
        });
    }

    static byte[] zlib(byte[] bytes) {
        return written(out -> {
            try (var zlib = new DeflaterOutputStream(out)) {
                zlib.write(bytes);
            }
        });
    }

    static byte[] rawDeflate(byte[] bytes) {
        return written(out -> {
            try (var raw = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
                raw.write(bytes);
            }
        });
    }

    static byte[] zip(byte[] bytes) {
        return written(out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("body.json"));
                zip.write(bytes);
            }
        });
    }

    static byte[] joined(byte[] first, byte... second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// One bit turned over, counted from the end.
    static byte[] spoilt(byte[] bytes, int fromTheEnd) {
        var spoilt = bytes.clone();
        spoilt[bytes.length - fromTheEnd] ^= 1;
        return spoilt;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

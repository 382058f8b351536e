package tracenova.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Text in as few bytes as the JDK can: a format version, a dictionary version, raw deflate with that
/// dictionary. Old dictionaries stay for ever, because the chunks packed with them do.
final class Packing {

    private static final byte FORMAT = 1;
    private static final byte DICTIONARY = 1;
    private static final int LIMIT = 8 << 20;
    private static final Map<Byte, byte[]> DICTIONARIES = new ConcurrentHashMap<>();

    private Packing() {}

    static byte[] pack(String text) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(dictionary(DICTIONARY));
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream(512);
            out.write(FORMAT);
            out.write(DICTIONARY);
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// Fails on what [#pack] of this or an older version did not make.
    static String unpack(byte[] packed) {
        if (packed.length < 2 || packed[0] != FORMAT) {
            throw new IllegalArgumentException("chunk format " + (packed.length == 0 ? "missing" : packed[0]));
        }
        var inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary(packed[1]));
            inflater.setInput(packed, 2, packed.length - 2);
            var out = new ByteArrayOutputStream(packed.length * 4);
            var buffer = new byte[16_384];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished() || out.size() > LIMIT) {
                    throw new IllegalArgumentException("chunk is cut or too large");
                }
                out.write(buffer, 0, count);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("chunk is not deflate", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] dictionary(byte version) {
        return DICTIONARIES.computeIfAbsent(version, Packing::load);
    }

    private static byte[] load(byte version) {
        try (var in = Packing.class.getResourceAsStream("dictionary-" + version + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no dictionary " + version);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

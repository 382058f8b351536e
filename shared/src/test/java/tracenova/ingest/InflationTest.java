package tracenova.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.event.Limits;

class InflationTest {

    private static final byte[] TEXT = "{\"type\":\"custom\",\"a\":\"ü\"}".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 100_000, Limits.DECOMPRESSED_BYTES})
    void undoesWhatTheJdkDid(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        assertThat(Inflation.gzip(gzip(bytes))).hasValue(bytes);
        assertThat(Inflation.zlib(zlib(bytes))).hasValue(bytes);
    }

    @Test
    void S32_stopsRightBehindTheLimit() throws IOException {
        assertThat(Inflation.gzip(gzip(new byte[Limits.DECOMPRESSED_BYTES + 1]))).isEmpty();
        assertThat(Inflation.zlib(zlib(new byte[Limits.DECOMPRESSED_BYTES + 1]))).isEmpty();
    }

    @Test
    void countsOverAllMembers() throws IOException {
        var half = gzip(new byte[Limits.DECOMPRESSED_BYTES / 2]);

        assertThat(Inflation.gzip(joined(half, half))).get().extracting(bytes -> bytes.length)
                .isEqualTo(Limits.DECOMPRESSED_BYTES);
        assertThat(Inflation.gzip(joined(joined(half, half), gzip(new byte[1])))).isEmpty();
    }

    @Test
    void takesManyEmptyMembers() throws IOException {
        var empty = gzip(new byte[0]);
        var many = new ByteArrayOutputStream();
        for (int i = 0; i < 26_000; i++) {
            many.write(empty);
        }
        many.write(gzip(TEXT));

        assertThat(Inflation.gzip(many.toByteArray())).hasValue(TEXT);
    }

    /// Header check sum, extra field, name, comment, all of them.
    @ParameterizedTest
    @ValueSource(strings = {"1f8b08000102030400ff", "1f8b0804000000000003" + "0300aabbcc",
        "1f8b0804000000000003" + "0000",
        "1f8b0808000000000003" + "612e6a7300", "1f8b0808000000000003" + "00", "1f8b0810000000000003" + "6162" + "00",
        "1f8b0802000000000003" + "a777", "1f8b081c000000000003" + "0100aa" + "6100" + "6200"})
    void skipsWhatAHeaderMayHold(String header) throws IOException {
        var member = joined(HexFormat.of().parseHex(header), Arrays.copyOfRange(gzip(TEXT), 10, gzip(TEXT).length));

        // Only the JDK's word says that these headers are right.
        assertThat(new GZIPInputStream(new ByteArrayInputStream(member)).readAllBytes()).isEqualTo(TEXT);
        assertThat(Inflation.gzip(member)).hasValue(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1f", "1f8b", "1f8b07000000000000ff", "1f8b08e0000000000003", "1f8b0820000000000003",
        "1f8b0804000000000003ffff", "1f8b080800000000000361", "1f8b08020000000000030000", "504b0304", "789c"})
    void refusesAnyOtherHeader(String header) throws IOException {
        var member = joined(HexFormat.of().parseHex(header), Arrays.copyOfRange(gzip(TEXT), 10, gzip(TEXT).length));

        assertThatThrownBy(() -> Inflation.gzip(member)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsCutAnywhere() throws IOException {
        for (int length = 0; length < gzip(TEXT).length; length++) {
            var cut = Arrays.copyOf(gzip(TEXT), length);
            assertThatThrownBy(() -> Inflation.gzip(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
        for (int length = 0; length < zlib(TEXT).length; length++) {
            var cut = Arrays.copyOf(zlib(TEXT), length);
            assertThatThrownBy(() -> Inflation.zlib(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    /// A few bits behind the last block say nothing; every other one that is wrong is noticed.
    @Test
    void neverTakesSpoiltBytesForOthers() throws IOException {
        for (int bit = 0; bit < gzip(TEXT).length * 8; bit++) {
            assertThat(gunzipped(flipped(gzip(TEXT), bit))).as("bit %d", bit).isIn(null, TEXT);
        }
    }

    private static byte[] gunzipped(byte[] bytes) {
        try {
            return Inflation.gzip(bytes).orElseThrow();
        } catch (IOException e) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 18, 19, 26, 27, 1_000})
    void refusesAnythingBehindTheEnd(int length) throws IOException {
        assertThatThrownBy(() -> Inflation.gzip(joined(gzip(TEXT), new byte[length]))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Inflation.zlib(joined(zlib(TEXT), new byte[length]))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Inflation.zlib(joined(zlib(TEXT), zlib(TEXT)))).isInstanceOf(IOException.class);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zlib(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zlib = new DeflaterOutputStream(out)) {
            zlib.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        var flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}

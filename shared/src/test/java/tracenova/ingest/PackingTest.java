package tracenova.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

    private static final String EVENT =
            "{\"p\":0,\"id\":\"evt_1\",\"type\":\"screen_view\",\"e\":{\"session_id\":\"sess_1\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", EVENT, "ü😀\u0000\uffff"})
    void comesBackAsItWas(String text) {
        assertThat(Packing.unpack(Packing.pack(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_383, 16_384, 16_385, 32_768, 1 << 20})
    void comesBackAsItWasAtEveryEdgeOfABuffer(int length) {
        assertThat(Packing.unpack(Packing.pack("a".repeat(length)))).hasSize(length);
        assertThat(Packing.unpack(Packing.pack("ab".repeat(length / 2)))).hasSize(length / 2 * 2);
    }

    @Test
    void aTypicalEventIsSmallBecauseOfTheDictionary() {
        assertThat(Packing.pack(EVENT).length).isLessThan(EVENT.length() / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void isNoMoreThanAFewBytesLongerThanWhatHasNoPattern(int seed) {
        var random = new Random(seed);
        var text = random.ints(100_000, 0x20, 0x7f).collect(
                StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();

        assertThat(Packing.pack(text).length).isLessThan(text.getBytes(UTF_8).length + 100);
    }

    @Test
    void refusesAnotherFormatAndAnUnknownDictionary() {
        var packed = Packing.pack(EVENT);
        packed[0] = 2;
        assertThatIllegalArgumentException().isThrownBy(() -> Packing.unpack(packed));
        packed[0] = 1;
        packed[1] = 99;
        assertThatIllegalArgumentException().isThrownBy(() -> Packing.unpack(packed));
        assertThatIllegalArgumentException().isThrownBy(() -> Packing.unpack(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Packing.unpack(new byte[] {1}));
    }

    @Test
    void refusesWhatIsCutAnywhere() {
        var packed = Packing.pack(EVENT);
        for (int length = 0; length < packed.length; length++) {
            var cut = Arrays.copyOf(packed, length);
            assertThatIllegalArgumentException().as("%d bytes", length).isThrownBy(() -> Packing.unpack(cut));
        }
    }

    @Test
    void refusesABomb() {
        var bomb = Packing.pack("0".repeat(9 << 20));

        assertThat(bomb.length).isLessThan(10_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Packing.unpack(bomb));
    }
}

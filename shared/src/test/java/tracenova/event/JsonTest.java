package tracenova.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void readsMembersInTheirOrderWhateverTheSpaceAndDepth() {
        var json = Json.of(" { \"a\" : [1, {\"x\":\"]}\"}] ,\n\"b\":{ } , \"c\":\"}\\\\\\\"{\" } ");

        assertThat(json.members()).extracting(Json.Member::name).containsExactly("a", "b", "c");
        assertThat(json.members()).extracting(m -> m.value().text())
                .containsExactly("[1, {\"x\":\"]}\"}]", "{ }", "\"}\\\\\\\"{\"");
    }

    @Test
    void readsElementsOfAnArray() {
        assertThat(Json.of("[ ]").elements()).isEmpty();
        assertThat(Json.of("[1, \"a,]\" ,[2,3],null]").elements()).extracting(Json::text)
                .containsExactly("1", "\"a,]\"", "[2,3]", "null");
    }

    @Test
    void keepsTheDigitsOfNumbers() {
        assertThat(Json.of("[9007199254740993]").elements().getFirst().text()).isEqualTo("9007199254740993");
    }

    @Test
    void minusZeroIsZero() {
        assertThat(Double.doubleToRawLongBits(Json.of("-0").number())).isZero();
        assertThat(Double.doubleToRawLongBits(Json.of("-0.0").number())).isZero();
    }

    @Test
    void aTinyNumberIsNoBomb() {
        assertThat(Json.of("1e-99999999999").decimal()).isZero();
        assertThat(Json.of("1.50").decimal().toPlainString()).isEqualTo("1.50");
    }

    @Test
    void decodesEveryEscape() {
        assertThat(Json.of("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\\u0000é\"").string())
                .isEqualTo("\"\\/\b\f\n\r\té😀\0é");
        assertThat(Json.of("{\"\\u0061\":1}").get("a")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "\\ud83d,�", "\\ude00,�", "a\\ud83db,a�b", "\\ud83d\\ud83d\\ude00,�😀",
        "\\ude00\\ud83d,��", "\\ud83d\\n,�"
    })
    void replacesLoneSurrogates(String raw, String text) {
        var json = Json.of("\"" + raw + "\"");

        assertThat(json.string().strip()).isEqualTo(text);
        assertThat(json.hasLoneSurrogate()).isTrue();
    }

    @Test
    void findsLoneSurrogatesAtAnyDepthButNoOthers() {
        assertThat(Json.of("{\"a\":[{\"b\":\"\\ud83d\"}]}").hasLoneSurrogate()).isTrue();
        assertThat(Json.of("{\"a\":\"\\\\ud83d \\ud83d\\ude00 \\u0041\"}").hasLoneSurrogate()).isFalse();
    }

    @Test
    void nullIsAbsentForFindButAMemberAllTheSame() {
        var json = Json.of("{\"a\":null}");

        assertThat(json.find("a")).isNull();
        assertThat(json.members()).hasSize(1);
    }

    @Test
    void writesWhatItReads() {
        assertThat(Json.ofText("a\"\n\u0001\\é").text()).isEqualTo("\"a\\\"\\u000a\\u0001\\\\é\"");
        assertThat(Json.ofText("a\"\n\u0001\\é").string()).isEqualTo("a\"\n\u0001\\é");
    }

    @Test
    void depthCostsNoStack() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(Json.of(deep).elements()).hasSize(1);
    }
}

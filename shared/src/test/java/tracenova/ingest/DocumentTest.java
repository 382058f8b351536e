package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.event.Json;
import tracenova.ingest.Document.Malformed;
import tracenova.ingest.Document.Part;
import tracenova.ingest.Document.Read;

class DocumentTest {

    private static final String CHANGES = "{}[]\",:\\ax1 \u0000\ud83d";

    @Test
    void knowsWhereMembersStandDigitForDigit() {
        var document = read(
                " {\n \"a\" : 1.50e+3 , \"b\\\"}\":\"x\\\"{\" ,\"c\":[ {\"events\":[1]} ],\"d\":null,\"e\":true } \t");

        assertThat(document.members()).extracting(Part::name).containsExactly("a", "b\"}", "c", "d", "e");
        assertThat(document.members()).extracting(document::textOf)
                .containsExactly("1.50e+3", "\"x\\\"{\"", "[ {\"events\":[1]} ]", "null", "true");
        assertThat(document.events()).isEmpty();
    }

    @Test
    void knowsWhereTheElementsOfEventsStand() {
        var document =
                read("{\"x\":{\"events\":[9]},\"events\": [ {\"a\":[{}]} ,5,\"s]\",null , [[1],2], true ],\"y\":[8]}");

        assertThat(document.events()).extracting(document::textOf)
                .containsExactly("{\"a\":[{}]}", "5", "\"s]\"", "null", "[[1],2]", "true");
    }

    @Test
    void eventsInsideAnotherMemberAreNoEvents() {
        assertThat(read("{\"a\":{\"events\":[1]}}").events()).isEmpty();
        assertThat(read("[{\"events\":[1]}]").events()).isEmpty();
        assertThat(read("{\"events\":{\"events\":[1]}}").events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "5", "-0.0", "\"text\"", "\"\"", "[]", "{}", " [1, 2] "})
    void takesAnyOneValue(String value) {
        assertThat(Document.read(value)).isInstanceOf(Read.class);
    }

    /// Random documents: each is read, and every part is the text that was put there.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void takesApartWhatWasPutTogether(long seed) {
        var random = new Random(seed);
        var values = IntStream.range(0, 50).mapToObj(i -> value(random, 0)).toList();
        var events = IntStream.range(0, 50).mapToObj(i -> value(random, 0)).toList();

        var document = read(IntStream.range(0, 50).mapToObj(i -> space(random) + "\"n" + i + "\"" + space(random) + ":"
                + space(random) + values.get(i) + space(random))
                .collect(Collectors.joining(",", "{", ",\"events\":[" + String.join(" ,\n", events) + "]}")));

        assertThat(document.members().subList(0, 50)).extracting(document::textOf).isEqualTo(values);
        assertThat(document.events()).extracting(document::textOf).isEqualTo(events);
    }

    /// Whatever is cut off or turned over, reading ends in an answer, and what is read is what Jackson reads.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverThrows(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder("{\"events\":[" + value(random, 0) + "],\"a\":" + value(random, 0) + "}");
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), CHANGES.charAt(random.nextInt(CHANGES.length())));
            }
            text.setLength(random.nextInt(text.length() + 1));

            if (Document.read(text.toString()) instanceof Read(var document)) {
                assertThat(Json.of(document.text()).members()).hasSameSizeAs(document.members());
            }
        }
    }

    @Test
    void aPointerIsCutAndNeverBetweenTheHalvesOfACharacter() {
        var name = "😀".repeat(200);

        var malformed = (Malformed) Document.read("{\"" + name + "\":1,\"" + name + "\":2}");

        assertThat(malformed.pointer()).isEqualTo("/" + "😀".repeat(62) + "…");
        assertThat(Utf8.isWhole(malformed.pointer())).isTrue();
    }

    private static Document read(String text) {
        return ((Read) Document.read(text)).document();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 8)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> String.valueOf(random.nextLong());
            case 3 -> random.nextInt(10) + "." + random.nextInt(100) + "E-" + random.nextInt(99);
            case 4 -> "\""
                    + List.of("\\\"", "\\\\", "}", "]", "[{", "\\u0022", "ü😀", "\\ud83d", ":,").get(random.nextInt(9))
                    + "\"";
            case 5 -> "\"" + "x".repeat(random.nextInt(40)) + "\"";
            case 6 -> IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> space(random) + value(random, depth + 1) + space(random))
                    .collect(Collectors.joining(",", "[", "]"));
            default -> IntStream.range(0, random.nextInt(4)).mapToObj(i -> "\"k" + i + "\":" + value(random, depth + 1))
                    .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String space(Random random) {
        return List.of("", " ", "\n", "\t\r ").get(random.nextInt(4));
    }
}

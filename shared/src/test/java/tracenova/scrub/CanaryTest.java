package tracenova.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static tracenova.scrub.Scrubs.quote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tracenova.testkit.Canaries;

class CanaryTest {

    private static final String MARK = Canaries.mark(new Random(0));

    static Stream<String> names() {
        return Canaries.NAMES.stream().flatMap(Canaries::spellings).distinct();
    }

    static List<Canaries.Secret> values() {
        return Scrubs.CANARIES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void secretsByNameAreFoundNowhere(String name) throws IOException {
        var field = quote(name) + ":";
        var object = "{" + field + "\"" + MARK + "\",\"kept\":1}";
        var formName = name.replace(' ', '_');

        for (var event : List.of(
                object,
                "{" + field + "{\"a\":{\"b\":[\"" + MARK + "\",\"}\"]}}}",
                "{" + field + "[\"x\",\"" + MARK + "\"]}",
                "{ " + field + " \"" + MARK + "\" , \"kept\" : [1] }",
                "{\"payload\":{\"list\":[[" + object + "]]}}",
                "{\"text\":" + quote(object) + "}",
                "{\"text\":" + quote("body: " + object + " end") + "}",
                "{\"text\":" + quote("{\"inner\":" + quote(object) + "}") + "}",
                "{\"text\":" + quote("{'" + name + "': '" + MARK + "'}") + "}",
                "{\"text\":" + quote("{\"" + name + "\"=>\"" + MARK + "\"}") + "}",
                "{\"url\":" + quote("https://a.example/p?x=1&" + formName + "=" + MARK + "#top") + "}",
                "{\"url\":" + quote("/p?next=%2Fq%3F" + formName + "%3D" + MARK) + "}",
                "{\"form\":" + quote(formName + "=" + MARK + "&b=2") + "}",
                "{\"form\":" + quote("user%5B" + formName + "%5D=" + MARK) + "}",
                "{\"log\":" + quote("failed " + formName + " = '" + MARK + " two' x") + "}",
                "{" + quote("?" + formName + "=" + MARK) + ":1}")) {
            assertGone(Scrubs.activity(event), MARK);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void secretsByValueAreFoundNowhere(Canaries.Secret secret) throws IOException {
        var text = secret.text();

        for (var event : List.of(
                "{\"message\":" + quote(text) + "}",
                "{\"message\":" + quote("before " + text + " after") + "}",
                "{\"message\":" + quote("line\n" + text + "\nline") + "}",
                "{\"message\":" + quote("(" + text + ")") + "}",
                "{\"payload\":{\"a\":[{\"b\":" + quote(text) + "}]}}",
                "{\"text\":" + quote("{\"a\":[" + quote(text) + "]}") + "}",
                "{\"text\":" + quote("{\"a\":" + quote("{\"b\":" + quote(text) + "}") + "}") + "}",
                "{\"url\":" + quote("https://a.example/p?x=" + text) + "}",
                "{\"url\":" + quote("https://a.example/p?x=" + URLEncoder.encode(text, UTF_8)) + "}",
                "{\"url\":" + quote("/p?x=" + URLEncoder.encode(text, UTF_8).replace("+", "%20")) + "}",
                "{" + quote(text) + ":{\"a\":1}}")) {
            for (var address : List.of(Scrubs.IPV4, Scrubs.IPV6)) {
                var context = Scrubs.from(address);
                boolean foreign = List.of(Scrubs.IPV4, Scrubs.IPV6).contains(text) && !text.equals(address);
                if (!foreign) {
                    assertGone(new Scrubber().scrub(event, "custom", false, context), secret.marker());
                }
                assertGone(new Scrubber().scrub(event, "error", true, context), secret.marker());
            }
        }
    }

    private static void assertGone(Scrubbed scrubbed, String marker) throws IOException {
        assertThat(scrubbed.json()).doesNotContain(marker, URLEncoder.encode(marker, UTF_8));
        assertThat(scrubbed.masked()).isTrue();
        assertThat(scrubbed.failed()).isFalse();
        assertStrictJson(scrubbed.json());
        var again = Scrubs.activity(scrubbed.json());
        assertThat(again.json()).isSameAs(scrubbed.json());
    }

    static void assertStrictJson(String json) throws IOException {
        var strict = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (var parser = strict.createParser(json)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }
}

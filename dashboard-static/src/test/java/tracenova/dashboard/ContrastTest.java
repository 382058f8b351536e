package tracenova.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contrast of the pairs that stand on each other, computed from the stylesheet (WCAG 2.x).
class ContrastTest {

    private static final Pattern BLOCK = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): ([^;]+);");

    private final List<Map<String, String>> blocks = blocks();

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "text, page, 15.9, 15.7, 4.5", "text-2, page, 7.5, 9.6, 4.5", "text-2, inset, 7.2, 8.0, 4.5",
        "text-3, surface, 5.6, 6.1, 4.5", "text-3, page, 5.2, 6.6, 4.5", "text-3, inset, 5.0, 5.5, 4.5",
        "text-3, pressed, 4.6, 4.6, 4.5", "text, bar, 13.7, 10.0, 4.5", "accent, page, 6.3, 8.5, 4.5",
        "accent, accent-soft, 5.8, 6.4, 4.5", "on-accent, accent, 6.8, 7.3, 4.5",
        "on-accent, accent-hover, 9.4, 9.1, 4.5", "good, surface, 6.6, 8.2, 4.5", "good, good-soft, 5.7, 7.1, 4.5",
        "warn, surface, 6.7, 8.8, 4.5", "warn, warn-soft, 5.9, 7.5, 4.5", "bad, surface, 6.7, 7.3, 4.5",
        "bad, bad-soft, 5.7, 6.3, 4.5", "text, q4, 6.6, 4.8, 4.5", "on-q, q5, 4.6, 4.8, 4.5",
        "control, page, 3.2, 4.2, 3", "focus, page, 6.3, 8.5, 3", "compare, surface, 3.5, 4.7, 3",
        "c1, surface, 6.8, 7.0, 3", "c2, surface, 3.1, 8.6, 3", "c3, surface, 11.1, 5.7, 3", "c4, surface, 4.6, 4.5, 3",
        "c5, surface, 4.4, 12.0, 3", "c6, surface, 3.0, 3.5, 3", "c7, surface, 7.2, 3.4, 3",
        "c8, surface, 10.9, 10.6, 3"})
    void isWhatTheDesignSays(String front, String back, double light, double dark, double least) {
        assertThat(contrast(blocks.get(0), front, back)).isCloseTo(light, within(0.06)).isGreaterThanOrEqualTo(least);
        assertThat(contrast(blocks.get(1), front, back)).isCloseTo(dark, within(0.06)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void theDarkTokensAreTheSameInBothPlaces() {
        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(2)).isEqualTo(blocks.get(1));
    }

    @Test
    void everyTokenThatIsUsedIsThere() {
        var used = Pattern.compile("var\\(--([\\w-]+)\\)").matcher(Sources.assets().get("dashboard.css")).results()
                .map(each -> each.group(1)).collect(Collectors.toSet());

        assertThat(blocks.getFirst().keySet()).containsAll(used);
    }

    private static double contrast(Map<String, String> tokens, String front, String back) {
        var a = luminance(tokens.get(front));
        var b = luminance(tokens.get(back));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static List<Map<String, String>> blocks() {
        try {
            var css = Files.readString(Sources.DIRECTORY.resolve("styles/tokens.css"));
            return BLOCK.matcher(css).results().map(block -> TOKEN.matcher(block.group(1)).results()
                    .collect(Collectors.toMap(token -> token.group(1), token -> token.group(2)))).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

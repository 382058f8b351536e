package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path ROOT = Path.of("/product");

    @Test
    void startAloneTakesTheDefaults() {
        assertThat(parse("start")).isEqualTo(new Options(3000, ROOT.resolve(".data"), false, false));
    }

    @Test
    void everyFlagCounts() {
        assertThat(parse("start --json --data /elsewhere --port 0 --fresh"))
                .isEqualTo(new Options(0, Path.of("/elsewhere"), true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stop", "start --help", "start now", "start --port", "start --port x",
        "start --port 65536", "start --port -1", "start --data"})
    void anythingElseIsRefused(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Options parse(String line) {
        return Options.parse(List.of(line.split(" ")), ROOT);
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.local.demo.DemoSize;

class OptionsTest {

    private static final Path ROOT = Path.of("/product");

    @Test
    void startAloneTakesTheDefaults() {
        assertThat(parse("start"))
                .isEqualTo(new Options.Start(3000, ROOT.resolve(".data"), false, false, Optional.of(DemoSize.SMALL)));
    }

    @Test
    void everyFlagCounts() {
        assertThat(parse("start --json --data /elsewhere --port 0 --fresh --demo none"))
                .isEqualTo(new Options.Start(0, Path.of("/elsewhere"), true, true, Optional.empty()));
        assertThat(parse("start --demo full"))
                .isEqualTo(new Options.Start(3000, ROOT.resolve(".data"), false, false, Optional.of(DemoSize.FULL)));
    }

    @Test
    void demoHasItsOwnFlags() {
        assertThat(parse("demo --url http://127.0.0.1:80 --apps 3 --days 7 --events 1000"))
                .isEqualTo(new Options.Demo(URI.create("http://127.0.0.1:80"), new DemoSize(3, 7, 1_000)));
        assertThat(parse("demo"))
                .isEqualTo(new Options.Demo(URI.create("http://localhost:3000"), DemoSize.SMALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stop", "start --help", "start now", "start --port", "start --port x",
        "start --port 65536", "start --port -1", "start --data", "start --demo", "start --demo some",
        "start --events 5", "demo --apps 0", "demo --apps 21", "demo --days 31", "demo --days x", "demo --events",
        "demo --events 0", "demo --events 99999999999", "demo --url https://example.com:1", "demo --port 1"})
    void anythingElseIsRefused(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Options parse(String line) {
        return Options.parse(List.of(line.split(" ")), ROOT);
    }
}

package tracenova.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aTerminalSeesOneLineGrow() {
        grow(true);

        assertThat(text()).startsWith("\rdemo data [").contains("[###############               ]  50 %, ")
                .contains(" s left to send").endsWith("\n").containsOnlyOnce("all there").containsOnlyOnce("\n");
    }

    @Test
    void whatIsSentIsNotYetInTheFiguresAndSaysSo() {
        var progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), true, 1_000);
        progress.add(999);
        progress.sent();

        assertThat(text()).contains(" s left to send").endsWith("100 %, sent; now into the figures")
                .doesNotContain("all there");
    }

    @Test
    void aLogGetsALineNowAndThen() {
        grow(false);

        assertThat(text().lines()).hasSize(6).last().isEqualTo(
                "demo data [##############################] 100 %, all there");
    }

    private void grow(boolean isTerminal) {
        var progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), isTerminal, 1_000);
        for (int i = 0; i < 1_000; i++) progress.add(1);
        progress.end();
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}

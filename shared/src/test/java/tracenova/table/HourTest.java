package tracenova.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HourTest {

    private static final Hour HOUR = Hour.of(Instant.parse("2026-01-31T23:59:59.999999999Z"));

    @Test
    void isSpelledInFixedWidthAndReadBack() {
        assertThat(HOUR).hasToString("2026-01-31T23");
        assertThat(Hour.parse("2026-01-31T23")).isEqualTo(HOUR);
        assertThat(Hour.of(Instant.parse("0001-01-01T00:00:00Z"))).hasToString("0001-01-01T00");
    }

    @Test
    void holdsItsStartAndNotItsEnd() {
        assertThat(HOUR.start()).isEqualTo("2026-01-31T23:00:00Z");
        assertThat(Hour.of(HOUR.end())).isEqualTo(HOUR.next()).hasToString("2026-02-01T00");
        assertThat(HOUR.next().previous()).isEqualTo(HOUR);
        assertThat(HOUR.day()).isEqualTo("2026-01-31");
    }

    @Test
    void sortsAsItsText() {
        assertThat(HOUR).isLessThan(HOUR.next());
        assertThat(HOUR.toString()).isLessThan(HOUR.next().toString());
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rate(1 minute)       | UTC           | 2026-01-31T12:00:30Z | 2026-01-31T12:01:00Z",
        "rate(1 minute)       | UTC           | 2026-01-31T12:00:00Z | 2026-01-31T12:01:00Z",
        "rate(5 minutes)      | UTC           | 2026-01-31T23:58:00Z | 2026-02-01T00:00:00Z",
        "rate(1 hour)         | UTC           | 2026-01-31T12:00:30Z | 2026-01-31T13:00:00Z",
        "rate(2 days)         | UTC           | 2026-01-31T12:00:30Z | 2026-02-02T00:00:00Z",
        "cron(20 * * * ? *)   | UTC           | 2026-01-31T12:20:00Z | 2026-01-31T13:20:00Z",
        "cron(10 0 * * ? *)   | UTC           | 2026-01-31T00:10:00Z | 2026-02-01T00:10:00Z",
        "cron(10 0 * * ? *)   | Europe/Berlin | 2026-01-31T00:00:00Z | 2026-01-31T23:10:00Z",
        "cron(0 9 ? * MON *)  | UTC           | 2026-01-31T12:00:00Z | 2026-02-02T09:00:00Z",
        "cron(0 9 ? * 2 *)    | UTC           | 2026-01-31T12:00:00Z | 2026-02-02T09:00:00Z",
        "cron(0/15 * * * ? *) | UTC           | 2026-01-31T12:14:59Z | 2026-01-31T12:15:00Z",
        "cron(0 0 L * ? *)    | UTC           | 2026-02-01T00:00:00Z | 2026-02-28T00:00:00Z"})
    void nextIsTheFirstTimeAfterNow(String text, String zone, Instant now, Instant next) {
        assertThat(ScheduleExpression.parse(text, ZoneId.of(zone)).next(now)).contains(next);
    }

    @Test
    void scheduleInThePastNeverComes() {
        var past = ScheduleExpression.parse("cron(0 0 1 1 ? 2020)", ZoneId.of("UTC"));

        assertThat(past.next(Instant.parse("2026-01-31T12:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(0 minutes)", "rate(1 week)", "cron(61 * * * ? *)", "cron(* * * *)", "every minute"})
    void anythingElseIsNoSchedule(String text) {
        assertThatThrownBy(() -> ScheduleExpression.parse(text, ZoneId.of("UTC")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(text);
    }
}

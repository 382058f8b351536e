package tracenova.local;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// `rate(5 minutes)` or `cron(10 0 * * ? *)` as EventBridge Scheduler reads them.
public sealed interface ScheduleExpression {

    /// The first time after `instant`, if there is one.
    Optional<Instant> next(Instant instant);

    /// Every so often, on multiples counted from 1970: here nobody knows when the schedule was made.
    record Rate(Duration every) implements ScheduleExpression {

        @Override
        public Optional<Instant> next(Instant instant) {
            var step = every.toSeconds();
            return Optional.of(Instant.ofEpochSecond((Math.floorDiv(instant.getEpochSecond(), step) + 1) * step));
        }
    }

    /// When somebody says so.
    record ByHand() implements ScheduleExpression {

        @Override
        public Optional<Instant> next(Instant instant) {
            return Optional.empty();
        }
    }

    /// By the calendar of a time zone.
    record Cron(String fields, ZoneId zone) implements ScheduleExpression {

        /// AWS writes Quartz's fields without the seconds.
        private static final CronParser PARSER =
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

        @Override
        public Optional<Instant> next(Instant instant) {
            return execution().nextExecution(instant.atZone(zone)).map(ZonedDateTime::toInstant);
        }

        private ExecutionTime execution() {
            return ExecutionTime.forCron(PARSER.parse("0 " + fields));
        }
    }

    static ScheduleExpression parse(String text, ZoneId zone) {
        var rate = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)").matcher(text);
        if (rate.matches() && Long.parseLong(rate.group(1)) > 0) {
            var amount = Long.parseLong(rate.group(1));
            return new Rate(switch (rate.group(2)) {
                case "minute" -> Duration.ofMinutes(amount);
                case "hour" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            });
        }
        var cron = Pattern.compile("cron\\((.*)\\)").matcher(text);
        if (cron.matches()) {
            return cron(text, cron.group(1), zone);
        }
        throw new TemplateException("not a schedule: " + text);
    }

    private static Cron cron(String text, String fields, ZoneId zone) {
        try {
            var cron = new Cron(fields, zone);
            cron.execution();
            return cron;
        } catch (IllegalArgumentException e) {
            throw new TemplateException("not a schedule: " + text + " (" + e.getMessage() + ")");
        }
    }
}

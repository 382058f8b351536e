package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// T30: what runs by itself.
interface ScheduleRules {

    @Test
    default void T30_compactAndInsightsRunEachMinuteReconcileEachHourSaltAfterMidnight() {
        var schedules = new TreeMap<String, String>();
        for (var function : Written.scheduled()) {
            function.events("ScheduleV2").forEach(
                    event -> schedules.put(function.id(), event.at("Properties", "ScheduleExpression").text()));
        }

        assertThat(schedules).isEqualTo(Map.of(
                "CompactFunction", "rate(1 minute)", "InsightsFunction", "rate(1 minute)",
                "ReconcileFunction", "cron(20 * * * ? *)", "SaltFunction", "cron(10 0 * * ? *)"));
    }

    @Test
    default void T30_aRunIsNamedByItsTimeAndCanBeStopped() {
        assertThat(Written.schedules()).isNotEmpty().allSatisfy(schedule -> {
            assertThat(schedule.at("Input").text()).isEqualTo("{\"at\":\"<aws.scheduler.scheduled-time>\"}");
            assertThat(schedule.at("State").names()).isEqualTo("Schedules");
            assertThat(schedule.at("ScheduleExpressionTimezone").text()).isIn("", "UTC");
        });
    }

    @Test
    default void T30_aTickThatCannotBeDeliveredIsRetriedLittleAndKept() {
        assertThat(Written.schedules()).isNotEmpty().allSatisfy(schedule -> {
            assertThat(schedule.at("RetryPolicy", "MaximumRetryAttempts").number()).isBetween(1, 2);
            assertThat(schedule.at("RetryPolicy", "MaximumEventAgeInSeconds").number()).isBetween(60, 3600);
            assertThat(schedule.at("DeadLetterConfig", "Arn").names()).isEqualTo("FailedRuns");
            assertThat(schedule.at("RoleArn").names()).isEqualTo("ScheduleRole");
        });
    }

    @Test
    default void T35_aScheduleHasNoNameOfItsOwn() {
        assertThat(Written.schedules()).allSatisfy(schedule -> {
            assertThat(schedule.at("OmitName").value()).isEqualTo(true);
            assertThat(schedule.at("Name").isAbsent()).isTrue();
        });
    }
}

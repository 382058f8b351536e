package tracenova.insights;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import tracenova.schedule.ScheduledFunction;
import tracenova.schedule.Tick;
import tracenova.start.Application;

/// Every minute: the insights of each app whose lake, settings or reconciled hours moved.
public class InsightsFunction extends ScheduledFunction {

    private final Insights insights;

    public InsightsFunction() {
        this(Application.start());
    }

    public InsightsFunction(ApplicationContext context) {
        super(context);
        this.insights = context.getBean(Insights.class);
    }

    @Override
    protected Map<String, Object> run(Tick tick) {
        var report = insights.refresh();
        return Map.of("apps", report.apps(), "published", report.published(), "failed_insights",
                report.failedInsights(),
                "failed_apps", report.failedApps());
    }
}

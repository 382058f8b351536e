package tracenova.pipeline;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import tracenova.schedule.ScheduledFunction;
import tracenova.schedule.Tick;
import tracenova.start.Application;

/// Every hour: what the table has and the lake lacks is queued again.
public class ReconcileFunction extends ScheduledFunction {

    private final Reconcile reconcile;

    public ReconcileFunction() {
        this(Application.start());
    }

    public ReconcileFunction(ApplicationContext context) {
        super(context);
        this.reconcile = context.getBean(Reconcile.class);
    }

    @Override
    protected Map<String, Object> run(Tick tick) {
        var report = reconcile.run(tick.at(), tick.withOpenHours());
        return Map.of("hours", report.hours(), "queued", report.queued(), "stuck", report.stuck(),
                "failed_apps", report.failedApps());
    }
}

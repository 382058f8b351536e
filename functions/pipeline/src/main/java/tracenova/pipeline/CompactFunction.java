package tracenova.pipeline;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import tracenova.schedule.ScheduledFunction;
import tracenova.schedule.Tick;
import tracenova.start.Application;

/// Every minute: what collect left in the inbox goes into the lake.
public class CompactFunction extends ScheduledFunction {

    private final Compaction compaction;

    public CompactFunction() {
        this(Application.start());
    }

    public CompactFunction(ApplicationContext context) {
        super(context);
        this.compaction = context.getBean(Compaction.class);
    }

    @Override
    protected Map<String, Object> run(Tick tick) {
        var report = compaction.run(tick.at());
        return Map.of("consumed", report.consumed(), "moved", report.moved(), "set_aside", report.setAside(),
                "left", report.left(), "failed_apps", report.failedApps());
    }
}

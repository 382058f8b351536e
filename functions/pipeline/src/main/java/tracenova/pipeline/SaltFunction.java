package tracenova.pipeline;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import tracenova.ingest.Salts;
import tracenova.schedule.ScheduledFunction;
import tracenova.schedule.Tick;
import tracenova.start.Application;

/// Ten past midnight UTC: yesterday's salt goes, and with it the way back from a hash to a person.
public class SaltFunction extends ScheduledFunction {

    private final Salts salts;

    public SaltFunction() {
        this(Application.start());
    }

    public SaltFunction(ApplicationContext context) {
        super(context);
        this.salts = context.getBean(Salts.class);
    }

    @Override
    protected Map<String, Object> run(Tick tick) {
        salts.deleteBefore(tick.at());
        return Map.of("deleted_before", tick.at().toString());
    }
}

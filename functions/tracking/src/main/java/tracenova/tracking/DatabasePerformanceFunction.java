package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/database-performance`.
public class DatabasePerformanceFunction extends TrackingFunction {

    public DatabasePerformanceFunction() {
        this(Application.start());
    }

    public DatabasePerformanceFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/frontend-performance`.
public class FrontendPerformanceFunction extends TrackingFunction {

    public FrontendPerformanceFunction() {
        this(Application.start());
    }

    public FrontendPerformanceFunction(ApplicationContext context) {
        super(context);
    }
}

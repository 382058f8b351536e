package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/performance-metrics`.
public class PerformanceMetricFunction extends TrackingFunction {

    public PerformanceMetricFunction() {
        this(Application.start());
    }

    public PerformanceMetricFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/api-performance`.
public class ApiPerformanceFunction extends TrackingFunction {

    public ApiPerformanceFunction() {
        this(Application.start());
    }

    public ApiPerformanceFunction(ApplicationContext context) {
        super(context);
    }
}

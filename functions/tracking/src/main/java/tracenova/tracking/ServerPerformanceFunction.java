package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/server-performance`.
public class ServerPerformanceFunction extends TrackingFunction {

    public ServerPerformanceFunction() {
        this(Application.start());
    }

    public ServerPerformanceFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/network-performance`.
public class NetworkPerformanceFunction extends TrackingFunction {

    public NetworkPerformanceFunction() {
        this(Application.start());
    }

    public NetworkPerformanceFunction(ApplicationContext context) {
        super(context);
    }
}

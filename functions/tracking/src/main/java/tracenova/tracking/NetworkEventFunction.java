package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/network-monitoring`.
public class NetworkEventFunction extends TrackingFunction {

    public NetworkEventFunction() {
        this(Application.start());
    }

    public NetworkEventFunction(ApplicationContext context) {
        super(context);
    }
}

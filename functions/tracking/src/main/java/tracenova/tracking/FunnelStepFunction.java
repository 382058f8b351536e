package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/funnel-steps`.
public class FunnelStepFunction extends TrackingFunction {

    public FunnelStepFunction() {
        this(Application.start());
    }

    public FunnelStepFunction(ApplicationContext context) {
        super(context);
    }
}

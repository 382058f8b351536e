package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/journey`.
public class JourneyStepFunction extends TrackingFunction {

    public JourneyStepFunction() {
        this(Application.start());
    }

    public JourneyStepFunction(ApplicationContext context) {
        super(context);
    }
}

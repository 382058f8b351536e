package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/identify`.
public class IdentifyFunction extends TrackingFunction {

    public IdentifyFunction() {
        this(Application.start());
    }

    public IdentifyFunction(ApplicationContext context) {
        super(context);
    }
}

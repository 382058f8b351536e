package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/business-events`.
public class BusinessEventFunction extends TrackingFunction {

    public BusinessEventFunction() {
        this(Application.start());
    }

    public BusinessEventFunction(ApplicationContext context) {
        super(context);
    }
}

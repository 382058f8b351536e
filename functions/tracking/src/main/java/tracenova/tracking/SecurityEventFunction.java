package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/security-events`.
public class SecurityEventFunction extends TrackingFunction {

    public SecurityEventFunction() {
        this(Application.start());
    }

    public SecurityEventFunction(ApplicationContext context) {
        super(context);
    }
}

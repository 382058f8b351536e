package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/sessions/start`.
public class SessionStartFunction extends TrackingFunction {

    public SessionStartFunction() {
        this(Application.start());
    }

    public SessionStartFunction(ApplicationContext context) {
        super(context);
    }
}

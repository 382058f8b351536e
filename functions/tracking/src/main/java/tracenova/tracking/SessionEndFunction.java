package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/sessions/end`.
public class SessionEndFunction extends TrackingFunction {

    public SessionEndFunction() {
        this(Application.start());
    }

    public SessionEndFunction(ApplicationContext context) {
        super(context);
    }
}

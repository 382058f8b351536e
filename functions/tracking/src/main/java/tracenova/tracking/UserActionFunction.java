package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/user-actions`.
public class UserActionFunction extends TrackingFunction {

    public UserActionFunction() {
        this(Application.start());
    }

    public UserActionFunction(ApplicationContext context) {
        super(context);
    }
}

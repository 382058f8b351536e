package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/sessions/heartbeat`.
public class SessionHeartbeatFunction extends TrackingFunction {

    public SessionHeartbeatFunction() {
        this(Application.start());
    }

    public SessionHeartbeatFunction(ApplicationContext context) {
        super(context);
    }
}

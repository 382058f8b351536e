package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/alerts`.
public class AlertFunction extends TrackingFunction {

    public AlertFunction() {
        this(Application.start());
    }

    public AlertFunction(ApplicationContext context) {
        super(context);
    }
}

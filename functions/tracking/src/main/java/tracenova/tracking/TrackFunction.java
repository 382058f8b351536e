package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/track`.
public class TrackFunction extends TrackingFunction {

    public TrackFunction() {
        this(Application.start());
    }

    public TrackFunction(ApplicationContext context) {
        super(context);
    }
}

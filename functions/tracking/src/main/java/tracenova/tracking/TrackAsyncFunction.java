package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/track/async`.
public class TrackAsyncFunction extends TrackingFunction {

    public TrackAsyncFunction() {
        this(Application.start());
    }

    public TrackAsyncFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/track/batch`.
public class TrackBatchFunction extends TrackingFunction {

    public TrackBatchFunction() {
        this(Application.start());
    }

    public TrackBatchFunction(ApplicationContext context) {
        super(context);
    }
}

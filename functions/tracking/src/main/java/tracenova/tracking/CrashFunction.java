package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/crashes`.
public class CrashFunction extends TrackingFunction {

    public CrashFunction() {
        this(Application.start());
    }

    public CrashFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/data-integrity`.
public class DataIntegrityFunction extends TrackingFunction {

    public DataIntegrityFunction() {
        this(Application.start());
    }

    public DataIntegrityFunction(ApplicationContext context) {
        super(context);
    }
}

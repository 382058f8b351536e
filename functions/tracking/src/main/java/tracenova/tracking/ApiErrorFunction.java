package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/api-errors`.
public class ApiErrorFunction extends TrackingFunction {

    public ApiErrorFunction() {
        this(Application.start());
    }

    public ApiErrorFunction(ApplicationContext context) {
        super(context);
    }
}

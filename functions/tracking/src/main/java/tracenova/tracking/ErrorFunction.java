package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/errors`.
public class ErrorFunction extends TrackingFunction {

    public ErrorFunction() {
        this(Application.start());
    }

    public ErrorFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/screen-views`.
public class ScreenViewFunction extends TrackingFunction {

    public ScreenViewFunction() {
        this(Application.start());
    }

    public ScreenViewFunction(ApplicationContext context) {
        super(context);
    }
}

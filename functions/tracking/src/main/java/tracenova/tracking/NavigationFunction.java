package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/navigation`.
public class NavigationFunction extends TrackingFunction {

    public NavigationFunction() {
        this(Application.start());
    }

    public NavigationFunction(ApplicationContext context) {
        super(context);
    }
}

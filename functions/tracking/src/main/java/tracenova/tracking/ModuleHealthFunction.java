package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/module-health`.
public class ModuleHealthFunction extends TrackingFunction {

    public ModuleHealthFunction() {
        this(Application.start());
    }

    public ModuleHealthFunction(ApplicationContext context) {
        super(context);
    }
}

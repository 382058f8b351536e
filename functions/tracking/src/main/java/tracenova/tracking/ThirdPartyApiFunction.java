package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/third-party-api`.
public class ThirdPartyApiFunction extends TrackingFunction {

    public ThirdPartyApiFunction() {
        this(Application.start());
    }

    public ThirdPartyApiFunction(ApplicationContext context) {
        super(context);
    }
}

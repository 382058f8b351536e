package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/feature-usage`.
public class FeatureUsageFunction extends TrackingFunction {

    public FeatureUsageFunction() {
        this(Application.start());
    }

    public FeatureUsageFunction(ApplicationContext context) {
        super(context);
    }
}

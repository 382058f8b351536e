package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/page-views`.
public class PageViewFunction extends TrackingFunction {

    public PageViewFunction() {
        this(Application.start());
    }

    public PageViewFunction(ApplicationContext context) {
        super(context);
    }
}

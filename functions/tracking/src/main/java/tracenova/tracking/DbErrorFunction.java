package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/database-errors`.
public class DbErrorFunction extends TrackingFunction {

    public DbErrorFunction() {
        this(Application.start());
    }

    public DbErrorFunction(ApplicationContext context) {
        super(context);
    }
}

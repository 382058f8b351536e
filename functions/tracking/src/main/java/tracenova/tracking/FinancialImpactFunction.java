package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/financial-impacts`.
public class FinancialImpactFunction extends TrackingFunction {

    public FinancialImpactFunction() {
        this(Application.start());
    }

    public FinancialImpactFunction(ApplicationContext context) {
        super(context);
    }
}

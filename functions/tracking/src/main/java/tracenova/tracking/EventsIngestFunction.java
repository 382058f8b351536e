package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// `POST /api/v1/events/ingest` and `/api/events/ingest`.
public class EventsIngestFunction extends TrackingFunction {

    public EventsIngestFunction() {
        this(Application.start());
    }

    public EventsIngestFunction(ApplicationContext context) {
        super(context);
    }
}

package tracenova.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// What all scheduled functions share: read the tick, run, answer a report.
public abstract class ScheduledFunction extends MicronautRequestStreamHandler {

    private final JsonMapper json;

    protected ScheduledFunction(ApplicationContext context) {
        super(context);
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        json.writeValue(out, run(json.readValue(in.readAllBytes(), Tick.class)));
    }

    /// Running the same tick again changes nothing.
    protected abstract Map<String, Object> run(Tick tick);
}

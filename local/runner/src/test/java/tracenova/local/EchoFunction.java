package tracenova.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Answers with what it sees: its own copy, its environment, the event.
public final class EchoFunction implements RequestStreamHandler {

    private final ApplicationContext context;
    private final String copy = UUID.randomUUID().toString();

    public EchoFunction(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context invocation) throws IOException {
        var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        if (event.equals("fail")) {
            throw new IllegalStateException("asked to fail");
        }
        var text = String.join(" ", copy, invocation.getFunctionName(),
                context.getRequiredProperty("table.name", String.class), event);
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

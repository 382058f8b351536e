package tracenova.tracking;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tracenova.ingest.Problem;
import tracenova.ingest.ProblemType;
import tracenova.start.Application;

/// `$default`: what no other route takes is not there, and says so in our own form.
public class NotFoundFunction extends MicronautRequestStreamHandler {

    private static final Problem NOTHING_HERE = Problem.of(ProblemType.NOT_FOUND, "no such path");

    private final JsonMapper json;

    public NotFoundFunction() {
        this(Application.start());
    }

    public NotFoundFunction(ApplicationContext context) {
        super(context);
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var request = json.readValue(in.readAllBytes(), GatewayRequest.class);
        json.writeValue(out, Replies.problem(NOTHING_HERE, request.requestId()));
    }
}

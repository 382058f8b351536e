package tracenova.tracking;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tracenova.ingest.Ingest;
import tracenova.ingest.Sender;

/// What all tracking Lambdas share: read the request, ask [Ingest], write the answer. What is particular to an
/// endpoint follows from its path.
public abstract class TrackingFunction extends MicronautRequestStreamHandler {

    private final Ingest ingest;
    private final Sender sender;
    private final JsonMapper json;

    TrackingFunction(ApplicationContext context) {
        super(context);
        this.ingest = context.getBean(Ingest.class);
        this.sender = context.getBean(Sender.class);
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var request = json.readValue(in.readAllBytes(), GatewayRequest.class);
        json.writeValue(out, answer(request));
    }

    private GatewayReply answer(GatewayRequest request) {
        return request.method().equals("OPTIONS")
                ? Replies.preflight()
                : Replies.of(ingest.accept(request.toIngest(sender)), request.requestId());
    }
}

package tracenova.management;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventHandler;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tracenova.ingest.Sender;
import tracenova.log.Log;
import tracenova.start.Application;

/// The signed-in API: every route is a method of a controller, and this is how the gateway reaches them. Which of them
/// reach [SignInFunction] instead, template.yaml says.
public class ManagementFunction extends MicronautRequestStreamHandler {

    private final JsonMapper json;
    private final APIGatewayV2HTTPEventHandler controllers;
    private final Trail trail;
    private final Sender sender;
    private final Log log;

    public ManagementFunction() {
        this(Application.start());
    }

    public ManagementFunction(ApplicationContext context) {
        super(context);
        this.json = context.getBean(JsonMapper.class);
        this.controllers = new APIGatewayV2HTTPEventHandler(context);
        this.trail = context.getBean(Trail.class);
        this.sender = context.getBean(Sender.class);
        this.log = context.getBean(Log.class);
        // So that classes are loaded before a snapshot is taken, and not before the first answer.
        answer(GatewayRequest.HEALTH);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var request = json.readValue(in.readAllBytes(), GatewayRequest.class);
        json.writeValue(out, answer(request));
    }

    private GatewayReply answer(GatewayRequest request) {
        try {
            var exchange = controllers.exchange(request.toEvent(sender), new APIGatewayV2HTTPResponse());
            var response = exchange.getResponse().getNativeResponse();
            trail.note(exchange.getRequest(), response.getStatusCode());
            return GatewayReply.of(response);
        } catch (RuntimeException e) {
            return GatewayReply.of(Problems.unexpected(e, request.requestId(), log), request.requestId());
        }
    }
}

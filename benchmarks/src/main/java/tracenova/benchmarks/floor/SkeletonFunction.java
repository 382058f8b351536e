package tracenova.benchmarks.floor;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The same as a Micronaut function that reads the request and writes the reply: the product without the product.
public final class SkeletonFunction extends MicronautRequestStreamHandler {

    @Serdeable
    record Request(@Nullable Map<String, String> headers, String body) {}

    @Serdeable
    record Reply(int statusCode, Map<String, String> headers, String body) {}

    private final TwoCalls calls = new TwoCalls();
    private final JsonMapper json;

    public SkeletonFunction() {
        this(ApplicationContext.builder("lambda").deduceEnvironment(false).banner(false).start());
    }

    private SkeletonFunction(ApplicationContext context) {
        super(context);
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var request = json.readValue(in.readAllBytes(), Request.class);
        calls.make(request.body.getBytes(StandardCharsets.UTF_8));
        json.writeValue(out, new Reply(202, Map.of("content-type", "application/json"), "{}"));
    }
}

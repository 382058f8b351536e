package tracenova.pipeline;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import tracenova.start.Application;

/// From the queue to the inbox; answers which records are to be delivered again.
public class CollectFunction extends MicronautRequestStreamHandler {

    /// What we read of an SQS event.
    @Serdeable
    record Delivery(@Nullable List<Message> Records) {}

    @Serdeable
    record Message(String messageId, String body) {}

    /// The answer that `ReportBatchItemFailures` asks for.
    @Serdeable
    record Failures(List<Failure> batchItemFailures) {}

    @Serdeable
    record Failure(String itemIdentifier) {}

    private final Collect collect;
    private final JsonMapper json;

    public CollectFunction() {
        this(Application.start());
    }

    public CollectFunction(ApplicationContext context) {
        super(context);
        this.collect = context.getBean(Collect.class);
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var delivery = json.readValue(in.readAllBytes(), Delivery.class);
        var records = delivery.Records() == null ? List.<Collect.Record>of()
                : delivery.Records().stream()
                        .map(message -> new Collect.Record(message.messageId(), message.body()))
                        .toList();
        var failed = collect.run(records, context::getRemainingTimeInMillis);
        json.writeValue(out, new Failures(failed.stream().map(Failure::new).toList()));
    }
}

package tracenova.publisher;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import tracenova.id.Hashes;
import tracenova.id.Secrets;
import tracenova.log.Log;
import tracenova.publisher.CustomResource.Answer;
import tracenova.publisher.CustomResource.Answer.Status;
import tracenova.start.Application;

/// The custom resources of the template: what a deployment has to write besides its resources, and the secret by which
/// the API knows CloudFront. Whatever happens, CloudFormation is told.
public class PublisherFunction extends MicronautRequestStreamHandler {

    private static final int LONGEST_REASON = 1_000;
    private static final int ORIGIN_SECRET = 43;

    private final ApplicationContext context;

    public PublisherFunction() {
        this(Application.start());
    }

    public PublisherFunction(ApplicationContext context) {
        super(context);
        this.context = context;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context lambda) throws IOException {
        var json = context.getBean(JsonMapper.class);
        var resource = json.readValue(in.readAllBytes(), CustomResource.class);
        var answer = answer(resource, Deadline.of(lambda));
        context.getBean(CloudFormation.class).tell(resource.responseUrl(), answer);
        json.writeValue(out, answer.status());
    }

    private Answer answer(CustomResource resource, Deadline deadline) {
        try {
            return switch (resource.type()) {
                case "Custom::Dashboard" -> perform(resource, context.getBean(Publishing.class), deadline);
                case "Custom::OriginSecret" -> originSecret(resource, context.getBean(Secrets.class));
                default -> throw new IllegalArgumentException("not known: " + resource.type());
            };
        } catch (Exception e) {
            var reason = reason(e);
            context.getBean(Log.class).line("publishing_failed",
                    Map.of("request", resource.requestType(), "reason", reason));
            return resource.answer(Status.FAILED, reason);
        }
    }

    private static Answer perform(CustomResource resource, Publishing publishing, Deadline deadline) {
        var wanted = Wanted.of(resource.properties());
        switch (resource.requestType()) {
            case "Create", "Update" -> publishing.publish(wanted, deadline);
            case "Delete" -> publishing.remove(wanted, deadline);
            default -> throw new IllegalArgumentException("not known: " + resource.requestType());
        }
        return resource.answer(Status.SUCCESS, "done");
    }

    /// A new one each time: CloudFormation asks once, and again where the number is another one. It is kept nowhere.
    private static Answer originSecret(CustomResource resource, Secrets secrets) {
        var secret = secrets.base62(ORIGIN_SECRET);
        return resource.answer(Status.SUCCESS, "done")
                .with(Map.of("Value", secret, "Hash", Hashes.sha256(secret)));
    }

    /// As much as the answer, of at most 4 KB, can carry.
    private static String reason(Exception e) {
        var text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.substring(0, Math.min(LONGEST_REASON, text.length()));
    }
}

package tracenova.pipeline;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import tracenova.app.AppId;
import tracenova.start.Application;

/// By hand: dead letters and stuck chunks once more, or the lake of an app again from the table.
public class ReplayFunction extends MicronautRequestStreamHandler {

    /// `{"redrive":true}`, or `{"app":…,"from":…}` with the time to begin at.
    @Serdeable
    record Request(@Nullable Boolean redrive, @Nullable String app, @Nullable Instant from) {}

    /// `next`, where not done, is the `from` to call again with.
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(boolean done, @Nullable Instant next, long chunks, long unreadable) {}

    private final Redrive redrive;
    private final Rebuild rebuild;
    private final JsonMapper json;

    public ReplayFunction() {
        this(Application.start());
    }

    public ReplayFunction(ApplicationContext context) {
        super(context);
        this.redrive = context.getBean(Redrive.class);
        this.rebuild = context.getBean(Rebuild.class);
        this.json = context.getBean(JsonMapper.class);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var request = json.readValue(in.readAllBytes(), Request.class);
        json.writeValue(out, Boolean.TRUE.equals(request.redrive)
                ? new Reply(true, null, redrive.run(), 0)
                : rebuilt(rebuild.run(new AppId(request.app), request.from, context::getRemainingTimeInMillis)));
    }

    private static Reply rebuilt(Rebuild.Progress progress) {
        return new Reply(progress.next().isEmpty(), progress.next().orElse(null), progress.chunks(),
                progress.unreadable());
    }
}

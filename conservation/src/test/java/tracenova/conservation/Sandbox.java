package tracenova.conservation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import tracenova.aws.AwsClients;
import tracenova.id.Secrets;
import tracenova.log.Log;
import tracenova.insights.InsightsFunction;
import tracenova.lake.DuckDb;
import tracenova.lake.Workspace;
import tracenova.pipeline.CollectFunction;
import tracenova.pipeline.CompactFunction;
import tracenova.pipeline.ReconcileFunction;
import tracenova.pipeline.ReplayFunction;
import tracenova.testkit.TestContext;
import tracenova.tracking.TrackBatchFunction;

/// A warm instance of a function with all that it remembers. Its clock may be a little wrong.
final class Sandbox {

    private final Role role;
    private final InstantSource clock;
    private final RequestStreamHandler handler;
    private boolean busy;

    Sandbox(Role role, World world, LakeReader lake, Duration clockError) {
        this.role = role;
        this.clock = () -> world.now().plus(clockError);
        this.handler = handler(role, start(role, world, lake));
    }

    /// The engine is shared, as the machine under a sandbox is; what a sandbox has in it is its own.
    private ApplicationContext start(Role role, World world, LakeReader lake) {
        return TestContext.builder()
                .beanDefinitions(
                        TestContext.instead(InstantSource.class, clock),
                        TestContext.instead(AwsClients.class, new Clients(role, world.mutant().sdkRetries())),
                        TestContext.instead(Secrets.class, world.secrets()),
                        TestContext.instead(Log.class, world.log()),
                        TestContext.instead(Workspace.class, lake.workspace()),
                        TestContext.instead(DuckDb.class, lake.duckDb()))
                .start();
    }

    private static RequestStreamHandler handler(Role role, ApplicationContext context) {
        return switch (role) {
            case TRACK -> new TrackBatchFunction(context);
            case COLLECT -> new CollectFunction(context);
            case COMPACT -> new CompactFunction(context);
            case RECONCILE -> new ReconcileFunction(context);
            case REPLAY -> new ReplayFunction(context);
            case INSIGHTS -> new InsightsFunction(context);
        };
    }

    byte[] handle(byte[] input, Lambda lambda) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(input), out, lambda);
        return out.toByteArray();
    }

    Role role() {
        return role;
    }

    InstantSource clock() {
        return clock;
    }

    boolean isBusy() {
        return busy;
    }

    void occupy(boolean with) {
        busy = with;
    }
}

package tracenova.benchmarks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.util.function.Function;
import tracenova.insights.InsightsFunction;
import tracenova.pipeline.CollectFunction;
import tracenova.pipeline.CompactFunction;
import tracenova.pipeline.ReconcileFunction;
import tracenova.pipeline.SaltFunction;
import tracenova.tracking.TrackBatchFunction;

/// The functions that a ledger runs, with the memory that the template gives them.
enum Sandbox {
    TRACKING(Stage.FRONT_DOOR, 512, TrackBatchFunction::new),
    COLLECT(Stage.COLLECT, 1024, CollectFunction::new),
    COMPACT(Stage.COMPACT, 2048, CompactFunction::new),
    INSIGHTS(Stage.INSIGHTS, 2048, InsightsFunction::new),
    RECONCILE(Stage.RECONCILE, 1024, ReconcileFunction::new),
    SALT(Stage.SALT, 512, SaltFunction::new);

    /// Lambda gives a whole core at this memory, and in proportion below.
    private static final double MB_PER_CORE = 1769;

    final Stage stage;
    final int memoryMb;
    final Function<ApplicationContext, RequestStreamHandler> make;

    Sandbox(Stage stage, int memoryMb, Function<ApplicationContext, RequestStreamHandler> make) {
        this.stage = stage;
        this.memoryMb = memoryMb;
        this.make = make;
    }

    /// One invocation that computed and waited so long.
    Usage run(double cpuSeconds, double waitedSeconds) {
        return Usage.ofRuns(1, (cpuSeconds / Math.min(1, memoryMb / MB_PER_CORE) + waitedSeconds) * memoryMb / 1024);
    }
}

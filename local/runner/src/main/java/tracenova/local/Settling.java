package tracenova.local;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Brings what has been accepted into the snapshots now, instead of waiting for the minute.
final class Settling {

    private static final Duration BREATH = Duration.ofMillis(50);
    private static final List<QueueAttributeName> MESSAGES = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient queues;
    private final List<String> urls;
    private final Snapshots snapshots;
    private final List<ScheduledFunction> steps;
    private final InstantSource clock;
    private final CompletableFuture<?> caughtUp;
    private final AtomicInteger waiting = new AtomicInteger();

    /// What settling looks at, and the functions that it runs in this order once the queues are empty.
    record Path(SqsClient queues, List<String> urls, Snapshots snapshots, List<ScheduledFunction> steps) {}

    /// @param caughtUp done when what an earlier run left in the table has been queued again
    Settling(Path path, InstantSource clock, CompletableFuture<?> caughtUp) {
        this.queues = path.queues();
        this.urls = path.urls();
        this.snapshots = path.snapshots();
        this.steps = path.steps();
        this.clock = clock;
        this.caughtUp = caughtUp;
    }

    /// Whether queues and inbox are empty and the snapshots current; false if that takes longer than `limit`.
    boolean settle(Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        waiting.incrementAndGet();
        try {
            caughtUp.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            while (!isSettled()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(BREATH);
            }
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("what an earlier run left could not be queued again", e.getCause());
        } catch (TimeoutException e) {
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    boolean isAwaited() {
        return waiting.get() > 0;
    }

    private boolean isSettled() {
        if (!areQueuesEmpty()) {
            return false;
        }
        steps.forEach(step -> step.run(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return snapshots.isInboxEmpty() && snapshots.isCurrent() && areQueuesEmpty();
    }

    private boolean areQueuesEmpty() {
        return urls.stream().allMatch(url -> queues
                .getQueueAttributes(request -> request.queueUrl(url).attributeNames(MESSAGES))
                .attributes().values().stream()
                .allMatch("0"::equals));
    }
}

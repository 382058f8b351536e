package tracenova.local;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
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

    private static final System.Logger LOG = System.getLogger(Settling.class.getName());
    private static final Duration BREATH = Duration.ofMillis(50);

    /// A run of reconcile that has looked at so many hours has perhaps not come to the last one.
    private static final int HOURS_OF_A_FULL_RUN = 96;

    private static final List<QueueAttributeName> MESSAGES = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final Way way;
    private final JsonMapper json;
    private final InstantSource clock;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /// What an event passes on its way: the queues, by their URLs, then compact and insights.
    record Way(SqsClient queues, List<String> urls, ScheduledFunction compact, ScheduledFunction insights,
            Snapshots snapshots) {}

    Settling(Way way, JsonMapper json, InstantSource clock) {
        this.way = way;
        this.json = json;
        this.clock = clock;
    }

    /// Queues again what the table has and the lake lacks: the emulators' queue does not survive. Until this is
    /// done nothing is settled.
    void catchUp(ScheduledFunction reconcile) {
        try {
            while (hours(reconcile.invoke("{\"at\":\"" + now() + "\",\"open_hours\":true}")) >= HOURS_OF_A_FULL_RUN) {
                while (!isInTheLake()) {
                    Thread.sleep(BREATH);
                }
            }
            caughtUp.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "what an earlier run left could not be queued again", e);
            caughtUp.completeExceptionally(e);
        }
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
        if (!isInTheLake()) {
            return false;
        }
        way.insights.run(now());
        return way.snapshots.isCurrent() && way.snapshots.isInboxEmpty() && areQueuesEmpty();
    }

    private boolean isInTheLake() {
        if (!areQueuesEmpty()) {
            return false;
        }
        if (!way.snapshots.isInboxEmpty()) {
            way.compact.run(now());
        }
        return way.snapshots.isInboxEmpty() && areQueuesEmpty();
    }

    private boolean areQueuesEmpty() {
        return way.urls.stream().allMatch(url -> way.queues
                .getQueueAttributes(request -> request.queueUrl(url).attributeNames(MESSAGES))
                .attributes().values().stream()
                .allMatch("0"::equals));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private int hours(byte[] report) {
        try {
            return json.readValue(report, JsonNode.class).get("hours").getIntValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

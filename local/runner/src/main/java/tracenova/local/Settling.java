package tracenova.local;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    private final AtomicInteger waiting = new AtomicInteger();

    /// What an event passes on its way: the queues, by their URLs, then compact and insights; reconcile watches.
    record Way(SqsClient queues, List<String> urls, ScheduledFunction reconcile, ScheduledFunction compact,
            ScheduledFunction insights, Snapshots snapshots) {}

    Settling(Way way, JsonMapper json, InstantSource clock) {
        this.way = way;
        this.json = json;
        this.clock = clock;
    }

    /// Queues again what the table has and the lake lacks, as often as it takes: the emulators' queue does not
    /// survive, and a send may have failed.
    void catchUp() {
        try {
            while (!isReconciled()) {
                Thread.sleep(BREATH);
                while (!isInTheLake()) {
                    Thread.sleep(BREATH);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the lake has what the table has, queues and inbox are empty and the snapshots current; false if that
    /// takes longer than `limit`.
    boolean settle(Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        waiting.incrementAndGet();
        try {
            while (!isSettled()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(BREATH);
            }
            return true;
        } finally {
            waiting.decrementAndGet();
        }
    }

    boolean isAwaited() {
        return waiting.get() > 0;
    }

    private boolean isSettled() {
        if (!isInTheLake() || !isReconciled()) {
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

    /// Whether a run of reconcile, open hours included, came to the last one and found nothing missing.
    private boolean isReconciled() {
        try {
            var report = json.readValue(
                    way.reconcile.invoke("{\"at\":\"" + now() + "\",\"open_hours\":true}"), Reconciliation.class);
            return report.queued == 0 && report.failedApps == 0 && report.hours < HOURS_OF_A_FULL_RUN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "reconcile failed; it is tried again", e);
            return false;
        }
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Reconciliation(int hours, int queued, int failedApps) {}
}

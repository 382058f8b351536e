package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import tracenova.app.AppId;
import tracenova.lake.Bucket;
import tracenova.lake.InboxObject;
import tracenova.lake.Listed;
import tracenova.lake.Merge;
import tracenova.lake.Merged;
import tracenova.lake.ObjectNames;
import tracenova.lake.Run;
import tracenova.log.Log;
import tracenova.log.Metric;

/// Takes the inbox into the lake: a batch of each app in turn, oldest first, each batch a whole manifest. Deletes
/// from the inbox what a committed manifest has, and nothing else.
@Singleton
class Compaction {

    /// Well within the function's time-out; what is left waits for the next run.
    private static final Duration STARTS_BATCHES_FOR = Duration.ofMinutes(3);

    private static final Duration WORTH_A_LINE = Duration.ofMinutes(2);

    private final Bucket bucket;
    private final Merge merge;
    private final Sweep sweep;
    private final InstantSource clock;
    private final Log log;

    Compaction(Bucket bucket, Merge merge, Sweep sweep, InstantSource clock, Log log) {
        this.bucket = bucket;
        this.merge = merge;
        this.sweep = sweep;
        this.clock = clock;
        this.log = log;
    }

    /// @param consumed inbox objects that the lake has now, or that lie aside
    /// @param moved how often a manifest moved
    /// @param left inbox objects that stay for the next run
    record Report(int consumed, int moved, int setAside, int left, int failedApps) {

        private static final Report NOTHING = new Report(0, 0, 0, 0, 0);

        private Report plus(Report other) {
            return new Report(consumed + other.consumed, moved + other.moved, setAside + other.setAside,
                    left + other.left, failedApps + other.failedApps);
        }
    }

    Report run(Instant tick) {
        var run = new Run(tick, clock.instant());
        var inbox = bucket.list(ObjectNames.INBOX);
        reportAge(inbox, run);
        var turns = new ArrayDeque<>(Backlog.of(inbox));
        var report = Report.NOTHING;
        while (!turns.isEmpty() && hasTime(run)) {
            var app = turns.remove();
            report = report.plus(next(app, run));
            if (!app.isEmpty()) turns.add(app);
        }
        var left = turns.stream().mapToInt(Backlog::objects).sum();
        return report.plus(new Report(0, 0, 0, left, 0));
    }

    private void reportAge(List<Listed> inbox, Run run) {
        inbox.stream().map(Listed::modified).min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, run.started()))
                .filter(age -> age.compareTo(WORTH_A_LINE) > 0)
                .ifPresent(age -> log.count(Metric.LAKE_AGE_SECONDS, age.toSeconds()));
    }

    private boolean hasTime(Run run) {
        var now = clock.instant();
        return now.isBefore(run.started().plus(STARTS_BATCHES_FOR)) && run.mayCommitAt(now);
    }

    private Report next(Backlog backlog, Run run) {
        var batch = backlog.next();
        try {
            return consume(new AppId(backlog.app()), batch, run);
        } catch (RuntimeException e) {
            // Whatever is wrong with this app must not hold up the others.
            log.count(Metric.APP_RUN_FAILED);
            log.line("compact_failed", Map.of("app", backlog.app(), "cause", String.valueOf(e)));
            var left = batch.size() + backlog.objects();
            backlog.clear();
            return new Report(0, 0, 0, left, 1);
        }
    }

    private Report consume(AppId app, List<Listed> batch, Run run) {
        // What is gone, another run has consumed.
        var objects = batch.stream()
                .flatMap(listed -> bucket.get(listed.name()).map(stored -> new InboxObject(listed.name(), stored))
                        .stream())
                .toList();
        if (objects.isEmpty()) return Report.NOTHING;
        return switch (merge.merge(app, objects, run)) {
            case Merged.Moved moved -> {
                delete(objects);
                if (moved.setAside() > 0) log.count(Metric.INBOX_SET_ASIDE, moved.setAside());
                sweep.after(app, moved);
                yield new Report(objects.size(), 1, moved.setAside(), 0, 0);
            }
            case Merged.Unchanged() -> {
                delete(objects);
                yield new Report(objects.size(), 0, 0, 0, 0);
            }
            case Merged.Beaten() -> new Report(0, 0, 0, objects.size(), 0);
            case Merged.TooLate() -> new Report(0, 0, 0, objects.size(), 0);
        };
    }

    private void delete(List<InboxObject> objects) {
        bucket.delete(objects.stream().map(InboxObject::name).toList());
    }
}

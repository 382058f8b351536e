package tracenova.insights;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.insights.Pointer.Source;
import tracenova.lake.Bucket;
import tracenova.lake.Manifests;
import tracenova.lake.ObjectNames;
import tracenova.lake.Read;
import tracenova.lake.Stored;
import tracenova.log.Log;
import tracenova.log.Metric;

/// Recomputes the insights of each app whose lake, settings or reconciled hours moved; asks two small questions of
/// the others and opens nothing.
@Singleton
class Insights {

    private static final String NOTHING_RECONCILED = "{}";

    private final Apps apps;
    private final Bucket bucket;
    private final Manifests manifests;
    private final Questions questions;
    private final Publisher publisher;
    private final Log log;
    private final Map<AppId, Published> published = new ConcurrentHashMap<>();

    Insights(Apps apps, Bucket bucket, Manifests manifests, Questions questions, Publisher publisher, Log log) {
        this.apps = apps;
        this.bucket = bucket;
        this.manifests = manifests;
        this.questions = questions;
        this.publisher = publisher;
        this.log = log;
    }

    /// What this sandbox knows to be published: saves looking, decides nothing.
    private record Published(String manifest, String reconciled, long settings) {}

    record Report(int apps, int published, int failedInsights, int failedApps) {

        private static final Report UNMOVED = new Report(1, 0, 0, 0);

        private Report plus(Report other) {
            return new Report(apps + other.apps, published + other.published, failedInsights + other.failedInsights,
                    failedApps + other.failedApps);
        }
    }

    Report refresh() {
        var report = new Report(0, 0, 0, 0);
        for (var app : apps.list()) report = report.plus(refresh(app));
        return report;
    }

    private Report refresh(App app) {
        try {
            return isPublished(app) ? Report.UNMOVED : compute(app);
        } catch (RuntimeException e) {
            // Whatever is wrong with this app must not hold up the others.
            log.count(Metric.APP_RUN_FAILED);
            log.line("insights_failed", Map.of("app", app.id().value(), "cause", String.valueOf(e)));
            return new Report(1, 0, 0, 1);
        }
    }

    private boolean isPublished(App app) {
        var known = published.get(app.id());
        return known != null && known.settings == app.settings()
                && isUnchanged(ObjectNames.manifest(app.id()), known.manifest)
                && isUnchanged(ObjectNames.reconciled(app.id()), known.reconciled);
    }

    private boolean isUnchanged(String object, String etag) {
        return etag.isEmpty() ? bucket.get(object).isEmpty()
                : bucket.getIfChanged(object, etag) instanceof Read.Unchanged;
    }

    /// The pointer is read first: so nothing that is read after it can be older than what it points to.
    private Report compute(App app) {
        var pointer = publisher.read(app.id());
        var stored = bucket.get(ObjectNames.manifest(app.id()));
        if (stored.isEmpty()) return Report.UNMOVED;
        var manifest = manifests.parse(stored.get());
        var reconciled = bucket.get(ObjectNames.reconciled(app.id()));
        var etag = reconciled.map(Stored::etag).orElse("");
        var hours = reconciled.map(Stored::text).orElse(NOTHING_RECONCILED);
        var source = new Source(
                manifest.version(), manifest.now(), app.settings(), ReconciledHours.digest(hours, manifest.now()));
        var current = pointer.pointer().source();
        if (current.isAheadOf(source)) return Report.UNMOVED;
        var known = new Published(stored.get().etag(), etag, app.settings());
        if (current.equals(source)) {
            published.put(app.id(), known);
            return Report.UNMOVED;
        }
        var answers = questions.ask(app, manifest, hours);
        if (answers.get(Insight.LEDGER) instanceof Ledger ledger && ledger.open() > 0) {
            log.count(Metric.LEDGER_OPEN, ledger.open());
        }
        if (!publisher.publish(app.id(), pointer, source, answers)) return Report.UNMOVED;
        published.put(app.id(), known);
        return new Report(1, 1, Insight.values().length - answers.size(), 0);
    }
}

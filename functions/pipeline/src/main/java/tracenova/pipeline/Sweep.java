package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tracenova.app.AppId;
import tracenova.lake.Bucket;
import tracenova.lake.LakeClass;
import tracenova.lake.Listed;
import tracenova.lake.Manifest.Dropped;
import tracenova.lake.Manifests;
import tracenova.lake.Merged;
import tracenova.lake.ObjectNames;
import tracenova.table.Hour;

/// Deletes files of the lake that no reader can be at: dropped an hour ago, or never named by any manifest.
@Singleton
class Sweep {

    /// Twice the age at which a run may no longer commit (X9), so nobody will name it any more.
    private static final Duration NEVER_NAMED = Duration.ofHours(1);

    private final Bucket bucket;
    private final Manifests manifests;
    private final InstantSource clock;

    Sweep(Bucket bucket, Manifests manifests, InstantSource clock) {
        this.bucket = bucket;
        this.manifests = manifests;
        this.clock = clock;
    }

    /// The manifest that moved says what it dropped an hour ago; once per hour of events we look for the rest.
    void after(AppId app, Merged.Moved moved) {
        var now = clock.instant();
        bucket.delete(moved.before().dropped().stream().filter(gone -> gone.isDue(now)).map(Dropped::object).toList());
        if (!Hour.of(moved.before().now()).equals(Hour.of(moved.after().now()))) deleteNeverNamed(app, now);
    }

    private void deleteNeverNamed(AppId app, Instant now) {
        var old = new HashSet<>(files(app));
        old.removeIf(object -> ObjectNames.tickOf(object).plus(NEVER_NAMED).isAfter(now));
        // Read after the listing: what was committed meanwhile is named in it.
        old.removeAll(manifests.read(app).manifest().objects(app));
        bucket.delete(old);
    }

    private List<String> files(AppId app) {
        var files = new ArrayList<String>();
        for (var in : LakeClass.values()) names(ObjectNames.partitions(app, in), files);
        names(ObjectNames.marts(app), files);
        return files;
    }

    private void names(String prefix, List<String> names) {
        bucket.list(prefix).stream().map(Listed::name).forEach(names::add);
    }
}

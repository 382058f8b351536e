package tracenova.lake;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import tracenova.app.AppId;

/// Takes out of an app's manifest the files that are gone from the bucket, so that compact can make them anew.
@Singleton
public class LostFiles {

    private final Bucket bucket;
    private final Manifests manifests;
    private final InstantSource clock;

    public LostFiles(Bucket bucket, Manifests manifests, InstantSource clock) {
        this.bucket = bucket;
        this.manifests = manifests;
        this.clock = clock;
    }

    /// How many there were. Where another run moves the manifest meanwhile, 0: the next call finds them again.
    public int forget(AppId app) {
        // Read before the listing: what was committed after it is not ours to judge, and the commit will fail.
        var base = manifests.read(app);
        var present = new HashSet<String>();
        for (var in : LakeClass.values())
            bucket.list(ObjectNames.partitions(app, in)).forEach(o -> present.add(o.name()));
        bucket.list(ObjectNames.marts(app)).forEach(object -> present.add(object.name()));
        var draft = new Draft(app, base.manifest());
        int lost = draft.forgetAllBut(present);
        var run = new Run(clock.instant(), clock.instant());
        return lost > 0 && manifests.commit(app, base, draft, run) instanceof Manifests.Commit.Done ? lost : 0;
    }
}

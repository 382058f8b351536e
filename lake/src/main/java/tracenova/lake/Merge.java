package tracenova.lake;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tracenova.app.AppId;

/// Makes of an app's manifest and what came in the next manifest: rows and receipts in one commit, or nothing.
@Singleton
public class Merge {

    private static final int ATTEMPTS = 4;

    private final DuckDb duckDb;
    private final FileCache cache;
    private final Bucket bucket;
    private final Manifests manifests;

    public Merge(DuckDb duckDb, FileCache cache, Bucket bucket, Manifests manifests) {
        this.duckDb = duckDb;
        this.cache = cache;
        this.bucket = bucket;
        this.manifests = manifests;
    }

    /// What one merge works with: each attempt starts from the newest manifest, what came in stays the same.
    private record Work(AppId app, Run run, Session session, Incoming incoming) {}

    /// Merges; where another run is first, again from its manifest. The objects stay where they are.
    public Merged merge(AppId app, List<InboxObject> objects, Run run) {
        try (var session = duckDb.open()) {
            var incoming = Incoming.load(session, app, objects);
            incoming.broken().forEach(this::mustReadTheSameAgain);
            var work = new Work(app, run, session, incoming);
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                var merged = attempt(work);
                if (merged.isPresent()) return merged.get();
            }
            return new Merged.Beaten();
        } finally {
            cache.trim();
        }
    }

    /// What was damaged on its way here is no reason to set it aside.
    private void mustReadTheSameAgain(InboxObject broken) {
        var again = bucket.get(broken.name());
        if (again.filter(stored -> stored.hasBytes(broken.stored().bytes())).isEmpty()) {
            throw new IllegalStateException("object " + broken.name() + " arrived damaged");
        }
    }

    private Optional<Merged> attempt(Work work) {
        var base = manifests.read(work.app());
        var draft = new Draft(work.app(), base.manifest());
        var made = new LinkedHashMap<String, Path>();
        draft.advanceTo(work.incoming().newest());
        new Partitions(work.session(), cache, work.run()).merge(work.incoming().partitions(), draft, made);
        for (var broken : work.incoming().broken()) draft.setAside(ObjectNames.aside(work.app(), broken.name()));
        if (draft.isEmpty()) return Optional.of(new Merged.Unchanged());
        draft.expire();
        new Marts(work.session(), cache).fold(draft, work.run(), made);
        made.forEach(bucket::upload);
        for (var broken : work.incoming().broken()) {
            bucket.put(ObjectNames.aside(work.app(), broken.name()), broken.stored().bytes());
        }
        return switch (manifests.commit(work.app(), base, draft, work.run())) {
            case Manifests.Commit.Done(var manifest) -> {
                made.forEach((object, file) -> keep(work, object, file));
                yield Optional.of(
                        new Merged.Moved(base.manifest(), manifest, work.incoming().broken().size()));
            }
            case Manifests.Commit.Lost() -> Optional.empty();
            case Manifests.Commit.TooLate() -> Optional.of(new Merged.TooLate());
        };
    }

    private void keep(Work work, String object, Path file) {
        cache.add(object, file);
        work.session().scratch().keep(file);
    }
}

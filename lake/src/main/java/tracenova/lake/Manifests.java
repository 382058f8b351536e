package tracenova.lake;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import tracenova.app.AppId;

/// Where manifests stand: read whole, replaced whole, and only by one who has read the last one.
@Singleton
public class Manifests {

    private final Bucket bucket;
    private final JsonMapper json;
    private final InstantSource clock;

    public Manifests(Bucket bucket, JsonMapper json, InstantSource clock) {
        this.bucket = bucket;
        this.json = json;
        this.clock = clock;
    }

    /// A manifest and the ETag it was read with; none where the app has no manifest yet.
    public record Versioned(Manifest manifest, Optional<String> etag) {}

    /// What committing came to.
    public sealed interface Commit {

        record Done(Manifest manifest) implements Commit {}

        /// Another run was first; read again.
        record Lost() implements Commit {}

        /// This run is too old to commit anything (X9).
        record TooLate() implements Commit {}
    }

    public Versioned read(AppId app) {
        return bucket.get(ObjectNames.manifest(app))
                .map(stored -> new Versioned(parse(stored), Optional.of(stored.etag())))
                .orElseGet(() -> new Versioned(Manifest.empty(), Optional.empty()));
    }

    /// Moves the app's manifest from `base` to what the draft says.
    Commit commit(AppId app, Versioned base, Draft draft, Run run) {
        var now = clock.instant();
        if (!run.mayCommitAt(now)) return new Commit.TooLate();
        var next = draft.finish(now);
        var name = ObjectNames.manifest(app);
        var written = base.etag()
                .map(etag -> bucket.putIfMatch(name, write(next), etag))
                .orElseGet(() -> bucket.putIfAbsent(name, write(next)));
        return switch (written) {
            case Written.Ours(_) -> new Commit.Done(next);
            case Written.Lost() -> new Commit.Lost();
        };
    }

    public Manifest parse(Stored stored) {
        try {
            return json.readValue(stored.bytes(), Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not a manifest", e);
        }
    }

    private byte[] write(Manifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a manifest", e);
        }
    }
}

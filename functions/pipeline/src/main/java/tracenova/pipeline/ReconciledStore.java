package tracenova.pipeline;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tracenova.app.AppId;
import tracenova.lake.Bucket;
import tracenova.lake.ObjectNames;

/// Where an app's [Reconciled] stands. Two runs never both win; the loser's work is done again next time.
@Singleton
class ReconciledStore {

    private final Bucket bucket;
    private final JsonMapper json;

    ReconciledStore(Bucket bucket, JsonMapper json) {
        this.bucket = bucket;
        this.json = json;
    }

    record Versioned(Reconciled reconciled, Optional<String> etag) {}

    Versioned read(AppId app) {
        return bucket.get(ObjectNames.reconciled(app))
                .map(stored -> new Versioned(parsed(stored.bytes()), Optional.of(stored.etag())))
                .orElseGet(() -> new Versioned(Reconciled.empty(), Optional.empty()));
    }

    /// Does nothing where nothing changed, or where another run has written since `before` was read.
    void write(AppId app, Versioned before, Reconciled after) {
        var name = ObjectNames.reconciled(app);
        if (!after.equals(before.reconciled)) {
            var bytes = written(after);
            before.etag
                    .map(etag -> bucket.putIfMatch(name, bytes, etag))
                    .orElseGet(() -> bucket.putIfAbsent(name, bytes));
        }
    }

    private Reconciled parsed(byte[] bytes) {
        try {
            return json.readValue(bytes, Reconciled.class);
        } catch (IOException e) {
            throw new UncheckedIOException("reconciled.json cannot be read", e);
        }
    }

    private byte[] written(Reconciled reconciled) {
        try {
            return json.writeValueAsBytes(reconciled);
        } catch (IOException e) {
            throw new UncheckedIOException("reconciled.json cannot be written", e);
        }
    }
}

package tracenova.lake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The lake's files that this sandbox has already. Objects never change, so what is here is right.
@Singleton
public class FileCache {

    private static final long LIMIT = 256L << 20;

    private record Kept(Path path, long bytes) {}

    private final Bucket bucket;
    private final Workspace workspace;
    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public FileCache(Bucket bucket, Workspace workspace) {
        this.bucket = bucket;
        this.workspace = workspace;
    }

    /// The local copy of an object that a manifest names. Fails where it is gone or is not what the manifest says.
    public synchronized Path get(String object, LakeFile file) {
        var present = kept.get(object);
        return present == null ? downloaded(object, file) : present.path();
    }

    /// A file that this sandbox keeps under that name.
    synchronized Optional<Path> find(String name) {
        return Optional.ofNullable(kept.get(name)).map(Kept::path);
    }

    private Path downloaded(String object, LakeFile file) {
        var path = workspace.fresh(".parquet");
        if (!bucket.download(object, path)) {
            throw new IllegalStateException("object " + object + ", named by its manifest, is gone");
        }
        file.verify(path);
        add(object, path);
        return path;
    }

    /// Keeps a file that this sandbox made itself.
    synchronized void add(String object, Path path) {
        try {
            var size = Files.size(path);
            kept.put(object, new Kept(path, size));
            bytes += size;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + path, e);
        }
    }

    /// Forgets what was used longest ago until the rest fits. Only while nobody reads.
    public synchronized void trim() {
        while (bytes > LIMIT) {
            var oldest = kept.pollFirstEntry().getValue();
            bytes -= oldest.bytes();
            Workspace.delete(oldest.path());
        }
    }
}

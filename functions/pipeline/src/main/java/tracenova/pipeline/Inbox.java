package tracenova.pipeline;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tracenova.app.AppId;
import tracenova.id.Hashes;
import tracenova.ingest.StoredChunk;
import tracenova.lake.Bucket;
import tracenova.lake.ObjectNames;
import tracenova.normalise.Normaliser;

/// Writes inbox objects. Name and bytes are a function of the chunks, so writing one again changes nothing.
@Singleton
class Inbox {

    private final Bucket bucket;

    Inbox(Bucket bucket) {
        this.bucket = bucket;
    }

    /// Throws the SDK's exceptions.
    void put(AppId app, List<StoredChunk> chunks) {
        var byName = new TreeMap<String, StoredChunk>();
        chunks.forEach(chunk -> byName.put(chunk.key().name(), chunk));
        if (!byName.isEmpty()) {
            var name = Hashes.sha256(byName.keySet().toArray(String[]::new)).substring(0, 32);
            bucket.put(ObjectNames.inbox(app, name), zipped(byName));
        }
    }

    private static byte[] zipped(TreeMap<String, StoredChunk> chunks) {
        var bytes = new ByteArrayOutputStream(8_192);
        try (var out = new OutputStreamWriter(new Quick(bytes), StandardCharsets.UTF_8)) {
            for (var chunk : chunks.values()) {
                for (var line : Normaliser.lines(chunk.key(), chunk.chunk(), chunk.verdicts())) {
                    out.write(line);
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// An object lives for a minute: compressing it well would take longer than all else that collect does.
    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

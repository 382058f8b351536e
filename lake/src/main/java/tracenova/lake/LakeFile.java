package tracenova.lake;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/// An immutable file of the lake, as its manifest knows it. `id` = hash of its bytes, `-`, tick that made it.
///
/// @param mart in which version of the fold a mart was made; of other files absent
@Serdeable
public record LakeFile(String id, long rows, long bytes, @Nullable Integer mart) {

    /// What the file at this path will be called when the run of this tick uploads it.
    static LakeFile of(Path path, long rows, Run run) {
        try {
            return new LakeFile(hashOf(path) + "-" + run.tick().toEpochMilli(), rows, Files.size(path), null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    boolean isReadableMart() {
        return mart != null && mart == Marts.VERSION;
    }

    LakeFile asMart(int version) {
        return new LakeFile(id, rows, bytes, version);
    }

    /// The last part of its object's name.
    public String name() {
        return "part-" + id + ".parquet";
    }

    boolean hasSameContentAs(LakeFile other) {
        return hash().equals(other.hash());
    }

    /// Fails where the file at this path is not, byte for byte, the one we mean.
    void verify(Path path) {
        var found = hashOf(path);
        if (!found.equals(hash())) {
            throw new IllegalStateException("object " + name() + " arrived with the content " + found);
        }
    }

    /// The run that made it.
    Instant tick() {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(id.indexOf('-') + 1)));
    }

    private String hash() {
        return id.substring(0, id.indexOf('-'));
    }

    private static String hashOf(Path path) {
        try (var in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

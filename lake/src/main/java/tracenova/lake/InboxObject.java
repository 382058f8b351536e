package tracenova.lake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An object of the inbox as it was read.
public record InboxObject(String name, Stored stored) {

    /// Unpacks it; false where it is not what its own checksum says. (DuckDB's reader does not look at it.)
    boolean unpackTo(Path path) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(stored.bytes()), 1 << 16);
                var out = Files.newOutputStream(path)) {
            in.transferTo(out);
            return true;
        } catch (ZipException | EOFException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}

package tracenova.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tracenova.id.Secrets;

/// A file beside the data that nobody but its owner reads.
final class OwnersFile {

    private static final String OWNER_ONLY = "rw-------";
    private static final int SECRET = 64;

    private OwnersFile() {}

    static void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        var posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        var rights = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = posix ? Files.newByteChannel(file, options, rights) : Files.newByteChannel(file, options)) {
            channel.write(ByteBuffer.wrap(content));
        }
    }

    /// The random text that the file holds, made when there is none.
    static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, Secrets.system().base62(SECRET).getBytes(StandardCharsets.UTF_8));
        }
        return Files.readString(file);
    }
}

package tracenova.emulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/// s3proxy over a directory, which must be absolute (a relative one breaks its listings), or over memory.
final class S3Emulator {

    private S3Emulator() {}

    static int start(Optional<Path> directory) throws Exception {
        var server = S3Proxy.builder()
                .blobStore(new AtomicPuts(store(directory)))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        server.start();
        return server.getPort();
    }

    private static BlobStore store(Optional<Path> directory) {
        return directory.isEmpty() ? new TransientNio2BlobStore() : new FilesystemNio2BlobStore(directory.get().toString());
    }
}

package tracenova.emulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.handler.EagerContentHandler;
import org.gaul.shaded.org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;

/// s3proxy over a directory, which must be absolute (a relative one breaks its listings), or over memory.
final class S3Emulator {

    private static final long MAX_HELD_BYTES = 64L << 20;

    /// It can be told only at its start, and knows one rule for all buckets.
    private static final CrossOriginResourceSharing PAGES_OF_THIS_MACHINE = new CrossOriginResourceSharing(
            List.of("http://(localhost|127\\.0\\.0\\.1):\\d+"), List.of("GET"), List.of("*"), List.of("ETag"), "");

    private S3Emulator() {}

    static int start(Optional<Path> directory) throws Exception {
        var server = S3Proxy.builder()
                .blobStore(new AtomicPuts(store(directory)))
                .corsRules(PAGES_OF_THIS_MACHINE)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        readWholeRequestsFirst(server);
        server.start();
        return server.getPort();
    }

    /// s3proxy answers a refused put before it has read it, and closes the connection; a client that is still
    /// sending sees a broken pipe instead of the answer. It has no setting for that and hides its Jetty.
    private static void readWholeRequestsFirst(S3Proxy proxy) throws ReflectiveOperationException {
        var field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        var jetty = (Server) field.get(proxy);
        var wholeBodies = new RetainedContentLoaderFactory(MAX_HELD_BYTES, -1, false);
        jetty.insertHandler(new EagerContentHandler(wholeBodies));
    }

    private static BlobStore store(Optional<Path> directory) {
        if (directory.isEmpty()) return new TransientNio2BlobStore();
        return new FilesystemNio2BlobStore(directory.get().toString());
    }
}

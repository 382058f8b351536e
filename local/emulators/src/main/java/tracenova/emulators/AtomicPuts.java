package tracenova.emulators;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Puts one at a time, so that of several writers with the same `If-Match` one wins, as in S3. The stores of
/// s3proxy compare first and write later.
final class AtomicPuts extends ForwardingBlobStore {

    AtomicPuts(BlobStore store) {
        super(store);
    }

    @Override
    public synchronized PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        if (request.ifMatch() != null && !bare(request.ifMatch()).equals(presentETag(request)))
            throw S3Exceptions.preconditionFailed(null);
        return super.putBlob(request, content);
    }

    private String presentETag(PutObjectRequest request) {
        var head = HeadObjectRequest.builder().bucket(request.bucket()).key(request.key()).build();
        return bare(blobMetadata(head).eTag());
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }
}

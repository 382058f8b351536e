package tracenova.lake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The data bucket. Knows no rule but one: a failed condition is compared with our own bytes before it is believed.
public final class Bucket implements AutoCloseable {

    private static final int DELETE_AT_ONCE = 1_000;

    private final S3Client small;
    private final S3Client partitions;
    private final String name;

    /// Two clients, because a partition may take longer than a manifest.
    public Bucket(S3Client small, S3Client partitions, String name) {
        this.small = small;
        this.partitions = partitions;
        this.name = name;
    }

    public Optional<Stored> get(String object) {
        return switch (read(object, request -> {})) {
            case Read.Found(var stored) -> Optional.of(stored);
            case Read.Absent() -> Optional.empty();
            case Read.Unchanged() -> Optional.empty();
        };
    }

    /// Brings nothing where the object still has this ETag.
    public Read getIfChanged(String object, String etag) {
        return read(object, request -> request.ifNoneMatch(etag));
    }

    /// Copies a large object to a file that does not exist yet; false where there is no such object.
    public boolean download(String object, Path file) {
        try {
            partitions.getObject(request -> request.bucket(name).key(object), file);
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    public void put(String object, byte[] bytes) {
        small.putObject(request -> request.bucket(name).key(object), RequestBody.fromBytes(bytes));
    }

    /// Copies a large file to an object.
    public void upload(String object, Path file) {
        partitions.putObject(request -> request.bucket(name).key(object), RequestBody.fromFile(file));
    }

    /// Puts where the object still has this ETag.
    public Written putIfMatch(String object, byte[] bytes, String etag) {
        return putIf(object, bytes, request -> request.ifMatch(etag));
    }

    /// Puts where no object has this name.
    public Written putIfAbsent(String object, byte[] bytes) {
        return putIf(object, bytes, request -> request.ifNoneMatch("*"));
    }

    /// Every object whose name begins so, by name.
    public List<Listed> list(String prefix) {
        return small.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix)).contents().stream()
                .map(found -> new Listed(found.key(), found.size(), found.lastModified(), found.eTag()))
                .toList();
    }

    /// Deletes what it can; what it cannot is there next time.
    public void delete(Collection<String> objects) {
        objects.stream().gather(Gatherers.windowFixed(DELETE_AT_ONCE)).forEach(this::deleteAtOnce);
    }

    private void deleteAtOnce(List<String> objects) {
        var identifiers = objects.stream().map(object -> ObjectIdentifier.builder().key(object).build()).toList();
        small.deleteObjects(request -> request.bucket(name).delete(delete -> delete.quiet(true).objects(identifiers)));
    }

    private Read read(String object, Consumer<GetObjectRequest.Builder> condition) {
        try {
            var answer = small.getObjectAsBytes(request -> request.bucket(name).key(object).applyMutation(condition));
            return new Read.Found(new Stored(answer.asByteArrayUnsafe(), answer.response().eTag()));
        } catch (NoSuchKeyException e) {
            return new Read.Absent();
        } catch (S3Exception e) {
            if (e.statusCode() == 304) return new Read.Unchanged();
            throw e;
        }
    }

    private Written putIf(String object, byte[] bytes, Consumer<PutObjectRequest.Builder> condition) {
        try {
            var answer = small.putObject(
                    request -> request.bucket(name).key(object).applyMutation(condition), RequestBody.fromBytes(bytes));
            return new Written.Ours(answer.eTag());
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case 404, 409, 412 -> compared(object, bytes);
                default -> throw e;
            };
        }
    }

    /// An earlier attempt of ours may have succeeded without our knowing.
    private Written compared(String object, byte[] bytes) {
        return get(object)
                .filter(stored -> stored.hasBytes(bytes))
                .<Written>map(stored -> new Written.Ours(stored.etag()))
                .orElseGet(Written.Lost::new);
    }

    @Override
    public void close() {
        small.close();
        partitions.close();
    }
}

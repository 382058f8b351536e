package tracenova.management;

import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import tracenova.app.AppId;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// Reads pointers, and lends single snapshots to whoever was let in.
@Singleton
class SnapshotStore {

    static final Duration READABLE = Duration.ofMinutes(5);

    private final S3Client client;
    private final S3Presigner presigner;
    private final JsonMapper json;
    private final String bucket;

    SnapshotStore(AwsClients clients, JsonMapper json, @Property(name = "bucket.name") String bucket) {
        var local = clients.isLocal("s3");
        this.client = clients.build("s3", S3Client.builder().forcePathStyle(local), ClientLimits.BUCKET_SMALL);
        this.presigner = clients.place("s3", S3Presigner.builder()
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(local).build())).build();
        this.json = json;
        this.bucket = bucket;
    }

    Optional<SnapshotPointer> pointer(AppId app) {
        try {
            var bytes = client.getObjectAsBytes(request -> request.bucket(bucket).key("pointers/" + app + ".json"));
            return Optional.of(json.readValue(bytes.asByteArrayUnsafe(), SnapshotPointer.class));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("not a pointer", e);
        }
    }

    String url(String object) {
        return presigner.presignGetObject(presign -> presign.signatureDuration(READABLE)
                .getObjectRequest(request -> request.bucket(bucket).key(object))).url().toString();
    }

    @PreDestroy
    void close() {
        client.close();
        presigner.close();
    }
}

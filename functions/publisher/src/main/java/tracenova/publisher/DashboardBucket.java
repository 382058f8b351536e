package tracenova.publisher;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// The bucket behind CloudFront, which is shown what is under `site/`; beside that stands what we wrote. And who may
/// read the data bucket from a page.
@Singleton
final class DashboardBucket {

    private static final String SHOWN = "site/";
    private static final String WRITTEN = "written.json";
    private static final int DELETE_AT_ONCE = 1_000;
    private static final int PREFLIGHT_SECONDS = 3_600;

    private final S3Client client;
    private final JsonMapper json;

    DashboardBucket(AwsClients clients, JsonMapper json) {
        this.client = clients.build("s3", S3Client.builder().forcePathStyle(clients.isLocal("s3")),
                ClientLimits.BUCKET_SMALL);
        this.json = json;
    }

    Written written(String bucket) {
        try {
            var object = client.getObjectAsBytes(request -> request.bucket(bucket).key(WRITTEN));
            return json.readValue(object.asByteArrayUnsafe(), Written.class);
        } catch (NoSuchKeyException e) {
            return Written.NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(String bucket, Written written) {
        try {
            var bytes = json.writeValueAsBytes(written);
            client.putObject(request -> request.bucket(bucket).key(WRITTEN), RequestBody.fromBytes(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String bucket, SiteFile file) {
        client.putObject(
                request -> request.bucket(bucket).key(SHOWN + file.path())
                        .contentType(file.contentType()).cacheControl(file.cacheControl()),
                RequestBody.fromBytes(file.bytes()));
    }

    void delete(String bucket, List<String> paths) {
        paths.stream().map(path -> SHOWN + path).gather(Gatherers.windowFixed(DELETE_AT_ONCE))
                .forEach(keys -> deleteKeys(bucket, keys));
    }

    void forget(String bucket) {
        deleteKeys(bucket, List.of(WRITTEN));
    }

    private void deleteKeys(String bucket, List<String> keys) {
        var objects = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
        var answer = client.deleteObjects(
                request -> request.bucket(bucket).delete(delete -> delete.quiet(true).objects(objects)));
        if (answer.hasErrors()) {
            throw new IllegalStateException(answer.errors().size() + " objects were not deleted, the first: "
                    + answer.errors().getFirst().key() + " " + answer.errors().getFirst().code());
        }
    }

    /// Pages of this origin may read what they have a signed address of, and see whether it is still the same.
    void letRead(String dataBucket, String origin) {
        var rule = CORSRule.builder()
                .allowedOrigins(origin)
                .allowedMethods("GET")
                .allowedHeaders("*")
                .exposeHeaders("ETag")
                .maxAgeSeconds(PREFLIGHT_SECONDS)
                .build();
        client.putBucketCors(request -> request.bucket(dataBucket)
                .corsConfiguration(cors -> cors.corsRules(List.of(rule))));
    }

    void letNobodyRead(String dataBucket) {
        client.deleteBucketCors(request -> request.bucket(dataBucket));
    }
}

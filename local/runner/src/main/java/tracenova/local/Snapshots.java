package tracenova.local;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Reads what the product has published in its bucket, as a reader of it does.
final class Snapshots {

    private static final String MANIFEST = "/manifest.json";

    private final S3Client buckets;
    private final JsonMapper json;
    private final String bucket;

    Snapshots(S3Client buckets, JsonMapper json, String bucket) {
        this.buckets = buckets;
        this.json = json;
        this.bucket = bucket;
    }

    /// The current answer of an insight, by way of the app's pointer.
    Optional<JsonNode> find(String app, String insight) {
        return read("pointers/" + app + ".json")
                .map(pointer -> pointer.get("insights"))
                .map(insights -> insights.get(insight))
                .flatMap(named -> read(named.get("object").getStringValue()))
                .map(object -> object.get("insights").get(insight));
    }

    /// Whether every app's pointer stands at its manifest, and none of its insights behind that.
    boolean isCurrent() {
        return keys("manifests/").filter(key -> key.endsWith(MANIFEST)).allMatch(key -> {
            var version = read(key).orElseThrow().get("version");
            return read("pointers/" + key.split("/")[1] + ".json").filter(pointer -> isOf(pointer, version))
                    .isPresent();
        });
    }

    private static boolean isOf(JsonNode pointer, JsonNode version) {
        var insights = StreamSupport.stream(pointer.get("insights").values().spliterator(), false);
        return pointer.get("manifest").equals(version)
                && insights.noneMatch(insight -> insight.get("stale").getBooleanValue());
    }

    boolean isInboxEmpty() {
        return keys("inbox/").findAny().isEmpty();
    }

    private Stream<String> keys(String prefix) {
        return buckets.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(object -> object.key());
    }

    private Optional<JsonNode> read(String key) {
        try {
            var bytes = buckets.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
            return Optional.of(json.readValue(bytes, JsonNode.class));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package tracenova.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What we rely on in S3; holds for the fake, the emulator, LocalStack and the service.
public abstract class S3Contract {

    private final String bucket = "contract-" + UUID.randomUUID();
    private S3Client client;

    protected abstract S3Client client();

    @BeforeEach
    void createBucket() {
        client = client();
        client.createBucket(create -> create.bucket(bucket));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 3_000_000})
    void anObjectComesBackByteForByteWithItsMd5AsETag(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        var etag = client.putObject(put -> put.bucket(bucket).key("k"), RequestBody.fromBytes(bytes)).eTag();

        assertThat(etag).isEqualTo('"' + Md5.hex(bytes) + '"');
        var read = client.getObjectAsBytes(get -> get.bucket(bucket).key("k"));
        assertThat(read.asByteArray()).isEqualTo(bytes);
        assertThat(read.response().eTag()).isEqualTo(etag);
        assertThat(read.response().contentLength()).isEqualTo(size);
    }

    @Test
    void headersAndMetadataOfAnObjectAreKept() {
        client.putObject(put -> put.bucket(bucket).key("k")
                .contentType("application/json")
                .contentEncoding("gzip")
                .cacheControl("no-cache")
                .metadata(Map.of("tick", "12")),
                RequestBody.fromString("x"));

        var head = client.headObject(get -> get.bucket(bucket).key("k"));

        assertThat(head.contentType()).isEqualTo("application/json");
        assertThat(head.contentEncoding()).isEqualTo("gzip");
        assertThat(head.cacheControl()).isEqualTo("no-cache");
        assertThat(head.metadata()).containsEntry("tick", "12");
        assertThat(head.contentLength()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> client.getObjectAsBytes(get -> get.bucket(bucket).key("k")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThat(status(() -> client.headObject(head -> head.bucket(bucket).key("k")))).isEqualTo(404);
        assertThat(status(() -> client.headBucket(head -> head.bucket(bucket + "-not")))).isEqualTo(404);
        assertThatThrownBy(() -> client.getObjectAsBytes(get -> get.bucket(bucket + "-not").key("k")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void putIfAbsentRefusesASecondObject() {
        assertThat(putIfAbsent("k", "first")).isEqualTo(200);

        assertThat(putIfAbsent("k", "second")).isEqualTo(412);
        assertThat(text("k")).isEqualTo("first");
    }

    @Test
    void putIfMatchReplacesOnlyThePresentETag() {
        var first = put("k", "first");

        assertThat(putIfMatch("k", "second", first)).isEqualTo(200);
        assertThat(putIfMatch("k", "third", first)).isEqualTo(412);
        assertThat(text("k")).isEqualTo("second");
    }

    @Test
    void putIfMatchOfAnAbsentObjectFails() {
        assertThat(putIfMatch("k", "x", "\"" + "0".repeat(32) + "\"")).isIn(404, 412);
        assertThat(keys(list("", ""))).isEmpty();
    }

    @Test
    void writersOfOneETagHaveExactlyOneWinner() {
        for (int race = 0; race < 25; race++) {
            var key = "race" + race;
            var etag = put(key, "start");

            int winners = Races.winners(
                    4, number -> hasWon(putIfMatch(key, "writer" + number, etag), key, number));

            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void writersOfAnAbsentObjectHaveExactlyOneWinner() {
        for (int race = 0; race < 25; race++) {
            var key = "race" + race;

            int winners = Races.winners(
                    4, number -> hasWon(putIfAbsent(key, "writer" + number), key, number));

            assertThat(winners).isEqualTo(1);
        }
    }

    /// A refusal after our own earlier attempt had succeeded is a success: compare before believing.
    private boolean hasWon(int status, String key, int number) {
        return status == 200 || text(key).equals("writer" + number);
    }

    @Test
    void readingAnUnchangedObjectAnswersNotModified() {
        var etag = put("k", "x");

        var request = GetObjectRequest.builder().bucket(bucket).key("k").ifNoneMatch(etag).build();

        assertThat(status(() -> client.getObjectAsBytes(request))).isEqualTo(304);
        put("k", "y");
        assertThat(client.getObjectAsBytes(request).asUtf8String()).isEqualTo("y");
    }

    @Test
    void listsInOrderOfBytesWhateverTheKeysContain() {
        var names = List.of("B", "a b+c%&<é>=#?.json", "a/1", "a/2", "b");
        names.reversed().forEach(name -> put(name, "x"));

        assertThat(keys(list("", ""))).isEqualTo(names);
        for (var name : names) assertThat(text(name)).isEqualTo("x");
    }

    @Test
    void aListingSaysSizeETagAndTime() {
        var etag = put("k", "four");

        var object = list("", "").contents().getFirst();

        assertThat(object.size()).isEqualTo(4);
        assertThat(object.eTag()).isEqualTo(etag);
        assertThat(object.lastModified()).isNotNull();
    }

    @Test
    void aDelimiterFoldsKeysIntoPrefixes() {
        for (var key : List.of("lake/a/1", "lake/a/2", "lake/b/1", "lake/top", "other/1")) put(key, "x");

        var page = list("lake/", "/");

        assertThat(keys(page)).containsExactly("lake/top");
        assertThat(page.commonPrefixes()).extracting(CommonPrefix::prefix)
                .containsExactly("lake/a/", "lake/b/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void listsInPagesWithoutLossOrRepetition(String delimiter) {
        for (var key : List.of("a/1", "a/2", "b/1", "b/2", "c", "d/1", "e")) put(key, "x");
        var seen = new ArrayList<String>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket).maxKeys(2)
                .delimiter(delimiter.isEmpty() ? null : delimiter))
                .forEach(page -> {
                    assertThat(page.keyCount()).isLessThanOrEqualTo(2);
                    seen.addAll(keys(page));
                    page.commonPrefixes().forEach(prefix -> seen.add(prefix.prefix()));
                });

        var expected = delimiter.isEmpty() ? "a/1,a/2,b/1,b/2,c,d/1,e" : "a/,b/,c,d/,e";
        assertThat(seen).containsExactlyInAnyOrder(expected.split(","));
    }

    @Test
    void anEmptyListingIsNoError() {
        var page = list("nothing/", "/");

        assertThat(page.contents()).isEmpty();
        assertThat(page.commonPrefixes()).isEmpty();
        assertThat(page.isTruncated()).isFalse();
    }

    @Test
    void deletingTwiceIsHarmless() {
        put("k", "x");

        client.deleteObject(delete -> delete.bucket(bucket).key("k"));
        client.deleteObject(delete -> delete.bucket(bucket).key("k"));

        assertThat(keys(list("", ""))).isEmpty();
    }

    @Test
    void severalObjectsAreDeletedInOneCallThoseThatAreGoneIncluded() {
        Stream.of("a", "b&<>", "c").forEach(key -> put(key, "x"));

        var keys = Stream.of("a", "b&<>", "gone")
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        var answer = client.deleteObjects(
                delete -> delete.bucket(bucket).delete(objects -> objects.objects(keys)));

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.deleted()).extracting("key").contains("a", "b&<>");
        assertThat(keys(list("", ""))).containsExactly("c");
    }

    private String put(String key, String text) {
        return client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text)).eTag();
    }

    private int putIfAbsent(String key, String text) {
        return status(() -> client.putObject(
                put -> put.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString(text)));
    }

    private int putIfMatch(String key, String text, String etag) {
        return status(() -> client.putObject(put -> put.bucket(bucket).key(key).ifMatch(etag),
                RequestBody.fromString(text)));
    }

    private String text(String key) {
        return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
    }

    private ListObjectsV2Response list(String prefix, String delimiter) {
        return client.listObjectsV2(
                list -> list.bucket(bucket).prefix(prefix).delimiter(delimiter.isEmpty() ? null : delimiter));
    }

    private static List<String> keys(ListObjectsV2Response page) {
        return page.contents().stream().map(S3Object::key).toList();
    }

    private static int status(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (S3Exception refused) {
            return refused.statusCode();
        }
    }
}

package tracenova.testkit;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// One key of a bucket, there or not, and the requests that name it.
record FakeS3Object(FakeBucket bucket, String key) {

    private static final Pattern KEPT =
            Pattern.compile("x-amz-meta-.*|content-type|content-encoding|cache-control|content-disposition");
    private static final Pattern AWS_CHUNKED = Pattern.compile("(^|, *)aws-chunked(, *)?");
    private static final byte[] NOTHING = new byte[0];

    WireReply put(WireRequest request, Instant now) {
        if (request.header("x-amz-copy-source").isPresent()) throw FakeS3.unknown(request);
        if (Attribute.utf8(key) > 1024) throw new Refusal(400, "KeyTooLongError", "Your key is too long");
        check(bucket.objects.get(key), request);
        var bytes = request.content();
        var etag = '"' + Md5.hex(bytes) + '"';
        bucket.objects.put(key, new StoredObject(bytes, etag, now, kept(request)));
        return new WireReply(200, Map.of("ETag", etag), NOTHING);
    }

    WireReply get(WireRequest request) {
        var object = bucket.objects.get(key);
        if (object == null) throw noSuchKey();
        if (request.header("If-Match").filter(etag -> !same(etag, object)).isPresent())
            throw preconditionFailed();
        if (request.header("If-None-Match").filter(etag -> same(etag, object)).isPresent())
            throw new Refusal(304, "NotModified", "Not Modified");
        if (request.header("Range").isPresent()) throw FakeS3.unknown(request);
        return contentOf(object, request);
    }

    WireReply head(WireRequest request) {
        var reply = get(request);
        return reply.with("Content-Length", "" + reply.body().length).withBody(NOTHING);
    }

    WireReply delete() {
        bucket.objects.remove(key);
        return new WireReply(204, Map.of(), NOTHING);
    }

    private static void check(StoredObject present, WireRequest request) {
        var ifMatch = request.header("If-Match");
        if (ifMatch.isPresent() && present == null) throw noSuchKey();
        boolean changed = ifMatch.isPresent() && !same(ifMatch.get(), present);
        boolean exists = request.header("If-None-Match").isPresent() && present != null;
        if (changed || exists) throw preconditionFailed();
    }

    private static boolean same(String condition, StoredObject object) {
        return condition.equals("*") || condition.replace("\"", "").equals(object.etag().replace("\"", ""));
    }

    private static Map<String, String> kept(WireRequest request) {
        var kept = new TreeMap<String, String>();
        request.http().forEachHeader((name, values) -> {
            var header = name.toLowerCase(Locale.ROOT);
            if (KEPT.matcher(header).matches()) kept.put(header, values.getFirst());
        });
        // aws-chunked says how the bytes travelled, not what they are.
        kept.computeIfPresent("content-encoding", (_, coding) -> AWS_CHUNKED.matcher(coding).replaceAll(""));
        kept.remove("content-encoding", "");
        return kept;
    }

    private static WireReply contentOf(StoredObject object, WireRequest request) {
        var bytes = object.bytes();
        var headers = new TreeMap<>(object.headers());
        headers.put("ETag", object.etag());
        headers.put("Last-Modified", S3Xml.httpDate(object.modified()));
        if (request.header("x-amz-checksum-mode").isPresent())
            headers.put("x-amz-checksum-crc32", crc32(bytes));
        boolean appendMd5 = request.header("x-amz-te").orElse("").equals("append-md5");
        if (!appendMd5) return new WireReply(200, headers, bytes);
        // What the SDK asks for unless checksums are switched on: the MD5 as 16 bytes behind the object.
        headers.put("x-amz-transfer-encoding", "append-md5");
        return new WireReply(200, headers, Md5.append(bytes));
    }

    private static String crc32(byte[] bytes) {
        var crc32 = new CRC32();
        crc32.update(bytes);
        int value = (int) crc32.getValue();
        return Base64.getEncoder().encodeToString(
                new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    private static Refusal noSuchKey() {
        return new Refusal(404, "NoSuchKey", "The specified key does not exist.");
    }

    private static Refusal preconditionFailed() {
        return new Refusal(412, "PreconditionFailed", "At least one of the pre-conditions did not hold");
    }
}

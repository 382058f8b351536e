package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The part of S3 that we use, in its REST protocol, path style and virtual hosts. One version of each object.
final class FakeS3 {

    private static final Pattern VIRTUAL_HOST = Pattern.compile("(.+)\\.s3[.-].*");
    private static final byte[] NOTHING = new byte[0];

    private final InstantSource clock;
    private final Map<String, FakeBucket> buckets = new TreeMap<>();

    FakeS3(InstantSource clock) {
        this.clock = clock;
    }

    synchronized FakeS3 copy() {
        var copy = new FakeS3(clock);
        buckets.forEach((name, bucket) -> copy.buckets.put(name, bucket.copy()));
        return copy;
    }

    synchronized void create(String bucket) {
        buckets.put(bucket, new FakeBucket(bucket));
    }

    synchronized SortedMap<String, StoredObject> objects(String bucket) {
        return Collections.unmodifiableSortedMap(bucket(bucket).copy().objects);
    }

    WireReply answer(WireRequest request) {
        try {
            var target = Target.of(request);
            return target.key().isEmpty() ? ofBucket(target.bucket(), request) : ofObject(target, request);
        } catch (Refusal refusal) {
            return request.method().equals("HEAD") ? new WireReply(refusal.status(), Map.of(), NOTHING) : error(refusal);
        }
    }

    static WireReply error(Refusal refusal) {
        if (refusal.status() == 304) return new WireReply(304, Map.of(), NOTHING);
        var fields = S3Xml.element("Code", refusal.code()) + S3Xml.element("Message", refusal.getMessage())
                + S3Xml.element("RequestId", "FAKE") + S3Xml.element("HostId", "fake");
        return xml(refusal.status(), "<Error>" + fields + "</Error>");
    }

    /// Bucket and key of a request; the key is empty where the bucket itself is meant.
    record Target(String bucket, String key) {

        static Target of(WireRequest request) {
            var host = VIRTUAL_HOST.matcher(request.http().host());
            var path = request.path();
            if (host.matches()) return new Target(host.group(1), path);
            int slash = path.indexOf('/');
            return slash < 0 ? new Target(path, "") : new Target(path.substring(0, slash), path.substring(slash + 1));
        }
    }

    private synchronized WireReply ofBucket(String name, WireRequest request) {
        return switch (request.method()) {
            case "PUT" -> createAnswer(name);
            case "HEAD" -> {
                bucket(name);
                yield new WireReply(200, Map.of(), NOTHING);
            }
            case "GET" -> {
                if (request.query("list-type").isEmpty()) throw unknown(request);
                yield list(bucket(name), request);
            }
            case "POST" -> {
                if (!request.asks("delete")) throw unknown(request);
                yield deleteAll(bucket(name), request);
            }
            default -> throw unknown(request);
        };
    }

    private WireReply createAnswer(String name) {
        if (buckets.containsKey(name))
            throw new Refusal(409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded");
        create(name);
        return new WireReply(200, Map.of("Location", "/" + name), NOTHING);
    }

    private synchronized WireReply ofObject(Target target, WireRequest request) {
        var bucket = bucket(target.bucket());
        return switch (request.method()) {
            case "PUT" -> put(bucket, target.key(), request);
            case "GET" -> read(bucket, target.key(), request);
            case "HEAD" -> read(bucket, target.key(), request).withBody(NOTHING);
            case "DELETE" -> {
                bucket.objects.remove(target.key());
                yield new WireReply(204, Map.of(), NOTHING);
            }
            default -> throw unknown(request);
        };
    }

    private WireReply put(FakeBucket bucket, String key, WireRequest request) {
        if (request.header("x-amz-copy-source").isPresent() || request.asks("partNumber")) throw unknown(request);
        if (key.getBytes(StandardCharsets.UTF_8).length > 1024) throw new Refusal(400, "KeyTooLongError", "Your key is too long");
        check(bucket.objects.get(key), request);
        var bytes = request.content();
        var object = new StoredObject(bytes, '"' + FakeSqs.md5(bytes) + '"', crc32(bytes), clock.instant(), kept(request));
        bucket.objects.put(key, object);
        return new WireReply(200, Map.of("ETag", object.etag(), "x-amz-checksum-crc32", object.crc32()), NOTHING);
    }

    private static void check(StoredObject present, WireRequest request) {
        var ifMatch = request.header("If-Match");
        if (ifMatch.isPresent() && present == null) throw new Refusal(404, "NoSuchKey", "The specified key does not exist.");
        boolean changed = ifMatch.isPresent() && !same(ifMatch.get(), present.etag());
        boolean exists = request.header("If-None-Match").isPresent() && present != null;
        if (changed || exists)
            throw new Refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    private static boolean same(String condition, String etag) {
        return condition.equals("*") || condition.replace("\"", "").equals(etag.replace("\"", ""));
    }

    private static Map<String, String> kept(WireRequest request) {
        var kept = new TreeMap<String, String>();
        request.http().forEachHeader((name, values) -> {
            var header = name.toLowerCase(Locale.ROOT);
            if (header.startsWith("x-amz-meta-") || header.matches("content-type|cache-control|content-disposition"))
                kept.put(header, values.getFirst());
            // aws-chunked says how the bytes travelled, not what they are.
            if (header.equals("content-encoding") && !values.getFirst().equals("aws-chunked"))
                kept.put(header, values.getFirst().replaceAll("(,\\s*)?aws-chunked(,\\s*)?", ""));
        });
        return kept;
    }

    private static WireReply read(FakeBucket bucket, String key, WireRequest request) {
        var object = bucket.objects.get(key);
        if (object == null) throw new Refusal(404, "NoSuchKey", "The specified key does not exist.");
        if (request.header("If-Match").filter(etag -> !same(etag, object.etag())).isPresent())
            throw new Refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        if (request.header("If-None-Match").filter(etag -> same(etag, object.etag())).isPresent())
            throw new Refusal(304, "NotModified", "Not Modified");
        if (request.header("Range").isPresent()) throw unknown(request);
        return contentOf(object, request);
    }

    private static WireReply contentOf(StoredObject object, WireRequest request) {
        var bytes = object.bytes();
        var headers = new TreeMap<>(object.headers());
        headers.put("ETag", object.etag());
        headers.put("Last-Modified", S3Xml.httpDate(object.modified()));
        headers.put("Content-Length", String.valueOf(bytes.length));
        if (request.header("x-amz-checksum-mode").isPresent()) {
            headers.put("x-amz-checksum-crc32", object.crc32());
            headers.put("x-amz-checksum-type", "FULL_OBJECT");
        }
        return new WireReply(200, headers, bytes);
    }

    private static WireReply list(FakeBucket bucket, WireRequest request) {
        var prefix = request.query("prefix").orElse("");
        var delimiter = request.query("delimiter").orElse("");
        var token = request.query("continuation-token").map(FakeS3::untoken);
        int limit = Math.min(1000, request.query("max-keys").map(Integer::parseInt).orElse(1000));
        var page = bucket.list(prefix, delimiter, token.or(() -> request.query("start-after")).orElse(""), limit);
        var out = new StringBuilder("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        boolean coded = request.query("encoding-type").isPresent();
        out.append(S3Xml.element("Name", bucket.name)).append(S3Xml.key("Prefix", prefix, coded));
        if (!delimiter.isEmpty()) out.append(S3Xml.key("Delimiter", delimiter, coded));
        if (coded) out.append(S3Xml.element("EncodingType", "url"));
        out.append(S3Xml.element("MaxKeys", limit)).append(S3Xml.element("KeyCount", page.keys().size() + page.prefixes().size()));
        out.append(S3Xml.element("IsTruncated", !page.next().isEmpty()));
        if (!page.next().isEmpty()) out.append(S3Xml.element("NextContinuationToken", token(page.next())));
        for (var key : page.keys()) out.append(S3Xml.contents(key, bucket.objects.get(key), coded));
        for (var group : page.prefixes())
            out.append("<CommonPrefixes>").append(S3Xml.key("Prefix", group, coded)).append("</CommonPrefixes>");
        return xml(200, out.append("</ListBucketResult>").toString());
    }

    private static WireReply deleteAll(FakeBucket bucket, WireRequest request) {
        var keys = S3Xml.keysToDelete(request.body());
        if (keys.isEmpty() || keys.size() > 1000) throw new Refusal(400, "MalformedXML", "1 to 1000 keys");
        bucket.objects.keySet().removeAll(keys);
        var deleted = new ArrayList<String>();
        for (var key : keys) deleted.add("<Deleted>" + S3Xml.element("Key", key) + "</Deleted>");
        return xml(200, "<DeleteResult>" + (S3Xml.isQuiet(request.body()) ? "" : String.join("", deleted)) + "</DeleteResult>");
    }

    private FakeBucket bucket(String name) {
        var bucket = buckets.get(name);
        if (bucket == null) throw new Refusal(404, "NoSuchBucket", "The specified bucket does not exist");
        return bucket;
    }

    private static Refusal unknown(WireRequest request) {
        return new Refusal(501, "NotImplemented", "The fake does not know " + request.method() + " " + request.http().getUri());
    }

    private static WireReply xml(int status, String body) {
        return new WireReply(status, Map.of("Content-Type", "application/xml"), S3Xml.document(body));
    }

    private static String token(String last) {
        return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String untoken(String token) {
        return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    }

    static String crc32(byte[] bytes) {
        var crc32 = new CRC32();
        crc32.update(bytes);
        int value = (int) crc32.getValue();
        return Base64.getEncoder().encodeToString(
                new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }
}

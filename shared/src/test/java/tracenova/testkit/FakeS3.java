package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The part of S3 that we use, in its REST protocol, path style and virtual hosts. Keeps one version per key.
final class FakeS3 {

    private static final Pattern VIRTUAL_HOST = Pattern.compile("(.+)\\.s3[.-].*");
    private static final List<String> SUBRESOURCES =
            List.of("tagging", "acl", "uploads", "partNumber", "retention");
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
            boolean head = request.method().equals("HEAD");
            return head ? new WireReply(refusal.status(), Map.of(), NOTHING) : error(refusal);
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
            if (slash < 0) return new Target(path, "");
            return new Target(path.substring(0, slash), path.substring(slash + 1));
        }
    }

    synchronized String cors(String bucket) {
        return bucket(bucket).cors;
    }

    private synchronized WireReply ofBucket(String name, WireRequest request) {
        if (request.asks("cors")) return cors(bucket(name), request);
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

    private static WireReply cors(FakeBucket bucket, WireRequest request) {
        switch (request.method()) {
            case "PUT" -> bucket.cors = new String(request.content(), StandardCharsets.UTF_8);
            case "DELETE" -> bucket.cors = "";
            default -> throw unknown(request);
        }
        return new WireReply(request.method().equals("PUT") ? 200 : 204, Map.of(), NOTHING);
    }

    private WireReply createAnswer(String name) {
        if (buckets.containsKey(name))
            throw new Refusal(409, "BucketAlreadyOwnedByYou", "Your previous request succeeded");
        create(name);
        return new WireReply(200, Map.of("Location", "/" + name), NOTHING);
    }

    private synchronized WireReply ofObject(Target target, WireRequest request) {
        if (SUBRESOURCES.stream().anyMatch(request::asks)) throw unknown(request);
        var object = new FakeS3Object(bucket(target.bucket()), target.key());
        return switch (request.method()) {
            case "PUT" -> object.put(request, clock.instant());
            case "GET" -> object.get(request);
            case "HEAD" -> object.head(request);
            case "DELETE" -> object.delete();
            default -> throw unknown(request);
        };
    }

    private static WireReply list(FakeBucket bucket, WireRequest request) {
        var prefix = request.query("prefix").orElse("");
        var delimiter = request.query("delimiter").orElse("");
        var token = request.query("continuation-token").map(FakeS3::untoken);
        int limit = Math.min(1000, request.query("max-keys").map(Integer::parseInt).orElse(1000));
        var after = token.or(() -> request.query("start-after")).orElse("");
        var page = bucket.list(prefix, delimiter, after, limit);
        var out = new StringBuilder("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        boolean coded = request.query("encoding-type").isPresent();
        out.append(S3Xml.element("Name", bucket.name)).append(S3Xml.key("Prefix", prefix, coded));
        if (!delimiter.isEmpty()) out.append(S3Xml.key("Delimiter", delimiter, coded));
        if (coded) out.append(S3Xml.element("EncodingType", "url"));
        out.append(S3Xml.element("MaxKeys", limit))
                .append(S3Xml.element("KeyCount", page.keys().size() + page.prefixes().size()));
        out.append(S3Xml.element("IsTruncated", !page.next().isEmpty()));
        if (!page.next().isEmpty()) out.append(S3Xml.element("NextContinuationToken", token(page.next())));
        for (var key : page.keys()) out.append(S3Xml.contents(key, bucket.objects.get(key), coded));
        for (var group : page.prefixes())
            out.append("<CommonPrefixes>" + S3Xml.key("Prefix", group, coded) + "</CommonPrefixes>");
        return xml(200, out.append("</ListBucketResult>").toString());
    }

    private static WireReply deleteAll(FakeBucket bucket, WireRequest request) {
        var keys = S3Xml.keysToDelete(request.body());
        if (keys.isEmpty() || keys.size() > 1000) throw new Refusal(400, "MalformedXML", "1 to 1000 keys");
        keys.forEach(bucket.objects::remove);
        return S3Xml.isQuiet(request.body()) ? nothingDeleted() : deleted(keys);
    }

    /// The answer to a deletion of which nothing arrived.
    static WireReply nothingDeleted() {
        return deleted(List.of());
    }

    private static WireReply deleted(List<String> keys) {
        var deleted = keys.stream().map(key -> "<Deleted>" + S3Xml.element("Key", key) + "</Deleted>");
        return xml(200, "<DeleteResult>" + deleted.collect(Collectors.joining()) + "</DeleteResult>");
    }

    private FakeBucket bucket(String name) {
        var bucket = buckets.get(name);
        if (bucket == null) throw new Refusal(404, "NoSuchBucket", "The specified bucket does not exist");
        return bucket;
    }

    static Refusal unknown(WireRequest request) {
        var asked = request.method() + " " + request.http().getUri();
        return new Refusal(501, "NotImplemented", "The fake does not know " + asked);
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
}

package tracenova.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The XML that S3 reads and writes.
final class S3Xml {

    private static final Pattern KEY =
            Pattern.compile("<Object>.*?<Key>(.*?)</Key>.*?</Object>", Pattern.DOTALL);

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private S3Xml() {}

    static byte[] document(String root) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root).getBytes(StandardCharsets.UTF_8);
    }

    static String element(String name, Object content) {
        return "<" + name + ">" + escape(String.valueOf(content)) + "</" + name + ">";
    }

    /// Clients that ask for `encoding-type=url` get names that XML could not carry.
    static String key(String element, String key, boolean urlEncoded) {
        return element(element, urlEncoded ? URLEncoder.encode(key, StandardCharsets.UTF_8) : key);
    }

    static String contents(String key, StoredObject object, boolean urlEncoded) {
        return "<Contents>" + key("Key", key, urlEncoded)
                + element("LastModified", object.modified().truncatedTo(ChronoUnit.SECONDS))
                + element("ETag", object.etag())
                + element("Size", object.size())
                + element("StorageClass", "STANDARD") + "</Contents>";
    }

    static List<String> keysToDelete(byte[] request) {
        return KEY.matcher(text(request)).results().map(found -> unescape(found.group(1))).toList();
    }

    static byte[] delete(List<String> keys) {
        var objects = keys.stream().map(key -> "<Object>" + element("Key", key) + "</Object>");
        return document("<Delete>" + objects.collect(Collectors.joining()) + "</Delete>");
    }

    static String deleteError(String key, Refusal why) {
        return "<Error>" + element("Key", key) + element("Code", why.code())
                + element("Message", why.getMessage()) + "</Error>";
    }

    static boolean isQuiet(byte[] request) {
        return text(request).contains("<Quiet>true</Quiet>");
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
                .replace("&#xD;", "\r").replace("&#xA;", "\n").replace("&amp;", "&");
    }
}

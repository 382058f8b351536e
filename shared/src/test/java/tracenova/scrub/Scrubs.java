package tracenova.scrub;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A scrubber as ingest would use it: the sender at one of the canaries' addresses.
final class Scrubs {

    static final byte[] CONTENT_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Scrubs() {}

    static ScrubContext from(String address) {
        return ScrubContext.of(SensitiveNames.with(List.of("house code")), CONTENT_KEY, address, ip -> "hash-of-ip");
    }

    static Scrubbed activity(String event) {
        return new Scrubber().scrub(event, "custom", false, from(Canaries.IPV4));
    }

    static Scrubbed error(String event) {
        return new Scrubber().scrub(event, "error", true, from(Canaries.IPV4));
    }

    static String quote(String text) {
        return '"' + JsonText.encode(text) + '"';
    }

    /// What becomes of one text inside an activity event.
    static String masked(String text) {
        var json = activity("{\"message\":" + quote(text) + "}").json();
        return JsonText.decode(json, 12, json.length() - 2);
    }
}

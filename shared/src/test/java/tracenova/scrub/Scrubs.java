package tracenova.scrub;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import tracenova.testkit.Canaries;

/// A scrubber as ingest would use it: the sender at one of the canaries' addresses.
final class Scrubs {

    static final byte[] CONTENT_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static final String IPV4 = "203.0.113.77";
    static final String IPV6 = "2001:db8:4:1f::7";
    static final List<Canaries.Secret> CANARIES = Canaries.values(new Random(1), IPV4, IPV6);

    private Scrubs() {}

    static ScrubContext from(String address) {
        return ScrubContext.of(SensitiveNames.with(List.of("house code")), CONTENT_KEY, address, ip -> "hash-of-ip");
    }

    static Scrubbed activity(String event) {
        return new Scrubber().scrub(event, "custom", false, from(IPV4));
    }

    static Scrubbed error(String event) {
        return new Scrubber().scrub(event, "error", true, from(IPV4));
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

package tracenova.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A refusal of the runner itself, in the shape of the product's.
final class Refusal {

    private Refusal() {}

    static Reply reply(int status, String type, String title) {
        var json = "{\"type\":\"https://tracenova.dev/problems/" + type + "\",\"title\":\"" + escaped(title)
                + "\",\"status\":" + status + "}";
        return new Reply(status,
                Map.of("content-type", List.of("application/problem+json"), "cache-control", List.of("no-store")),
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x1f\"\\\\]", "?");
    }
}

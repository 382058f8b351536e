package tracenova.conservation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tracenova.testkit.Json;

/// Inbox objects as collect writes them.
final class Inboxes {

    private Inboxes() {}

    static String text(byte[] object) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(object))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many rows of each received hour, by `app hour`.
    static Map<String, Long> rowsByHour(String name, byte[] object) {
        var rows = new HashMap<String, Long>();
        text(object).lines().map(line -> Json.object(line.getBytes(StandardCharsets.UTF_8)))
                .filter(line -> line.get("kind").equals("row"))
                .forEach(line -> rows.merge(
                        name.split("/")[1] + " " + ((String) line.get("chunk")).substring(0, 13), 1L, Long::sum));
        return rows;
    }
}

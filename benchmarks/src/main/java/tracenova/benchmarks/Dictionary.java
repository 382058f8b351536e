package tracenova.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tracenova.event.EventType;
import tracenova.event.Json;
import tracenova.testkit.Examples;

/// Makes the text that chunks are deflated with, out of the documented examples: what is frequent stands at the
/// end. Deterministic. A version that has been deployed is never made again: a better one is a new version.
final class Dictionary {

    static final Path FILE = Path.of("shared/src/main/resources/tracenova/ingest/dictionary-1.txt");

    static final int MOST_BYTES = 16 * 1024;

    /// What typical traffic is made of, rarest first; all other types are rarer.
    private static final List<EventType> FREQUENT = List.of(
            EventType.ERROR, EventType.BUSINESS_EVENT, EventType.SESSION_END, EventType.SESSION_START,
            EventType.FRONTEND_PERFORMANCE, EventType.PERFORMANCE_METRIC, EventType.JOURNEY_STEP,
            EventType.SESSION_HEARTBEAT, EventType.FEATURE_USAGE, EventType.NAVIGATION, EventType.SCREEN_VIEW,
            EventType.API_PERFORMANCE, EventType.USER_ACTION, EventType.PAGE_VIEW);

    /// These differ from client to client, or stand once for all types below.
    private static final Set<String> NOT_OF_A_TYPE =
            Set.of("event_id", "session_id", "visitor_id", "user_id", "user_role",
                    "url", "release", "environment", "sample_rate", "metadata", "ip_address", "device_info");

    private static final String WORDS = """
            {"app":"","batch_id":"","request":"","event_id":"evt_","ip_address":"","sent_at":"2026-","adjusted":true,"defaulted":true,\
            "remarks":["not_idempotent"],"remarks":["masked"],"timestamp":"2026-","event":"","properties":{},"traits":{},\
            "page_url":"https://www.","event_type":"","event_data":{},"browser":"Firefox","os":"Linux","browser":"Edge",\
            "browser":"Safari","os":"macOS","os":"iOS","device":"tablet","os":"Android","device":"mobile","country":"DE",\
            "country":"US","door":"/api/v1/events/ingest","door":"/api/v1/page-views","door":"/api/v1/screen-views",\
            "door":"/api/v1/track",\
            """;

    private static final String COMMON = """
            ,"url":"https://www.","page_slug":"home","referrer":"https://www.google.com/","user_role":"customer",\
            "sample_rate":1,"payload":{"amount":,"currency":"EUR"},"metadata":{"device_info":{"screen":"1920x1080",\
            "viewport":"","language":"en-US","os":""},"environment":"production","release":\
            """;

    private static final String CHUNK = """
            "}}]}{"n":1,"extra":1,"repeats":[],"rejected":[]}{"n":100}{"n":10}{"n":1}\
            {"received_at":"2026-01-01T00:00:00.000Z","door":"/api/v1/track/batch","sent_at":"2026-01-01T00:00:00.000Z","ip":"","visitor":"visitor_","browser":"Chrome",\
            "os":"Windows","device":"desktop","processing_ms":0.0,"events":[\
            {"p":0,"type":"page_view","at":"2026-01-01T00:00:00.000Z","e":{"type":"page_view","session_id":"sess_\
            ","visitor_id":"visitor_","user_id":"user-","occurred_at":"2026-01-01T00:00:00.000Z","\
            """;

    private Dictionary() {}

    static byte[] make() {
        var text = new StringBuilder(WORDS);
        for (var type : EventType.values()) {
            if (!FREQUENT.contains(type) && type != EventType.CUSTOM) {
                text.append(event(type));
            }
        }
        FREQUENT.forEach(type -> text.append(event(type)));
        return text.append(COMMON).append(CHUNK).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// How an event of this type stands in a chunk, its own fields in the words of its example.
    private static String event(EventType type) {
        return "\"},{\"p\":1,\"type\":\"" + type + "\",\"at\":\"2026\",\"e\":{\"type\":\"" + type
                + "\",\"session_id\":\""
                + Json.of(Examples.body(type)).members().stream()
                        .filter(member -> !NOT_OF_A_TYPE.contains(member.name()))
                        .map(member -> ",\"" + member.name() + "\":" + member.value().text())
                        .collect(Collectors.joining());
    }

    public static void main(String... none) throws IOException {
        var text = make();
        if (text.length > MOST_BYTES) {
            throw new IllegalStateException(text.length + " bytes are too many for a dictionary");
        }
        Files.write(Examples.root().resolve(FILE), text);
        System.out.println(text.length + " bytes");
    }
}

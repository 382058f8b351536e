package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.event.Json;
import tracenova.ingest.Answer.Stored;
import tracenova.ingest.Ingest;
import tracenova.ingest.IngestRequest;

class TimelineTest {

    private final Sandbox sandbox = new Sandbox();
    private final String token = sandbox.register("ada@example.com");
    private final Answer app = sandbox.send(
            Request.post("/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}").bearer(token));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void TN_E27_aSessionIsItsEventsInTimeOrderWithErrors() {
        track("screen-views", event("s-1", "11:59:00", "\"screen_name\":\"Home\",\"load_time_ms\":120,\"user_id\":42"));
        track("errors", event("s-1", "11:59:30", "\"message\":\"boom\",\"severity\":\"critical\",\"release\":\"1.2\""));
        track("journey", event("s-1", "11:58:00", "\"step_name\":\"landed\""));
        track("business-events", event("s-1", "11:59:40",
                "\"event_type\":\"payment_completed\",\"payload\":{\"amount\":12.50,\"currency\":\"EUR\"}"));
        track("screen-views", event("other", "11:59:00", "\"screen_name\":\"Elsewhere\""));

        var timeline = timeline("s-1", "");

        assertThat(timeline.status()).isEqualTo(200);
        assertThat(kinds(timeline)).containsExactly("journey", "view", "error", "business");
        var head = timeline.json().get("session").orElseThrow().text();
        assertThat(head).startsWith("{\"id\":\"s-1\",\"user_id\":\"42\"")
                .contains("\"started_at\":\"2026-01-31T11:58:00Z\",\"last_at\":\"2026-01-31T11:59:40Z\"")
                .contains("\"duration_ms\":100000,\"events\":4,\"errors\":1,\"release\":\"1.2\"");
        assertThat(timeline.items().get(1).text()).contains("\"screen\":\"Home\"").contains("\"duration_ms\":120");
        assertThat(timeline.items().get(3).text()).contains("\"amount\":12.5,\"currency\":\"EUR\"");
    }

    @Test
    void B024_dataAreWhatWasSentDigitForDigit() {
        track("track",
                event("s-1", "11:59:00", "\"type\":\"odd\",\"payload\":{\"n\":9007199254740993,\"t\":\"é\\u0000\"}"));

        var data = timeline("s-1", "").items().getFirst().get("data").orElseThrow();

        assertThat(data.get("payload").orElseThrow().text()).isEqualTo("{\"n\":9007199254740993,\"t\":\"é\\u0000\"}");
    }

    @Test
    void whatWasAcceptedIsThereAtOnceAndOnce() {
        var event = event("s-1", "11:59:00", "\"screen_name\":\"Home\",\"event_id\":\"e-1\"");
        track("screen-views", event);
        sandbox.clock.advance(Duration.ofMinutes(1));
        track("screen-views", event.replace("Home", "Home again").replace("{", "{\"batch_id\":\"b-2\","));
        sandbox.clock.advance(Duration.ofMinutes(70));

        assertThat(timeline("s-1", "").items()).singleElement().asString().contains("\"screen\":\"Home\"");
    }

    @Test
    void hoursLongAgoAreFoundThroughTheIndex() {
        var chunk = track("track",
                event("s-1", "11:59:00", "\"page_url\":\"https://a.example/x\",\"event_type\":\"page_view\""));
        assertThat(chunk).as("a body of two layers is indexed inline").isNotNull();
        sandbox.clock.advance(Duration.ofDays(3));
        track("screen-views", event("s-1", "11:59:00", "\"screen_name\":\"Later\""));

        assertThat(timeline("s-1", "").items()).hasSize(2);

        sandbox.clock.advance(Duration.ofDays(88));
        assertThat(timeline("s-1", "").status()).as("F94: expired, though still there").isEqualTo(404);
    }

    @Test
    void aSessionAmongManyIsFoundAndItsIdMayHaveAnyCharacters() {
        var ids = List.of("a b", "ü%2Fx", "a#b", "*", "-", "s?x=1", "a/b", "/", "a/", "a//b", "a/timeline",
                "../../me", "a+b", "a%b", "%", ".");
        var events = IntStream.range(0, 12).mapToObj(i -> "s" + i).collect(Collectors.toCollection(ArrayList::new));
        events.addAll(ids);
        track("track/batch", "{\"events\":[" + events.stream()
                .map(id -> event(id, "11:59:00", "\"type\":\"x\"")).collect(Collectors.joining(",")) + "]}");

        for (var id : ids) {
            assertThat(found(id, encoded(id))).as("encoded twice, decoded once by the gateway").isEqualTo(200);
            if (!id.contains("%")) {
                assertThat(found(id, id)).as("encoded once").isEqualTo(200);
            }
        }
        for (var path : List.of("", "..", "a/timeline/b", "a%", "%zz", "../../../me")) {
            assertThat(sandbox.send(Request.of("GET", path("")).bearer(token).to(path(path))).status()).as(path)
                    .isEqualTo(404);
        }
    }

    private int found(String id, String inPath) {
        var answer = sandbox.send(Request.of("GET", path("{id}")).bearer(token).to(path(inPath)));
        if (answer.status() == 200) {
            assertThat(answer.items()).as(id).hasSize(1);
            assertThat(answer.text("session", "id")).isEqualTo(id);
        }
        return answer.status();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void pagesFollowEachOtherAndMissNothing() {
        for (int i = 0; i < 7; i++) {
            track("screen-views", event("s-1", "11:5" + i / 2 + ":00", "\"screen_name\":\"S" + i + "\""));
        }
        var screens = new ArrayList<String>();
        var query = "?limit=3";
        Answer page;
        do {
            page = timeline("s-1", query);
            assertThat(page.items()).hasSizeBetween(1, 3);
            page.items().forEach(item -> screens.add(item.get("screen").orElseThrow().string()));
            query = "?limit=3&cursor=" + page.json().get("next_cursor").map(Json::string).orElse("");
        } while (page.json().get("next_cursor").isPresent());

        assertThat(screens).hasSize(7).doesNotHaveDuplicates();
        assertThat(page.text("session", "events")).isEqualTo("7");
    }

    @Test
    void B146_B148_B150_queriesAreReadStrictly() {
        track("screen-views", event("s-1", "11:59:00", "\"screen_name\":\"Home\""));

        for (var query : List.of("limit=-1", "limit=0", "limit=1001", "limit=abc", "limit=1e9", "limit=",
                "limit=10&limit=1000", "sort=__proto__", "filter=(((((", "callback=alert", "Limit=1")) {
            var answer = timeline("s-1", "?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("validation-failed");
        }
        assertThat(timeline("s-1", "?limit=1000").status()).isEqualTo(200);
        assertThat(sandbox.send(Request.of("GET", "/api/v1/apps?callback=alert").bearer(token)).status())
                .isEqualTo(422);
    }

    @Test
    void S28_B147_aCursorIsGoodForItsQueryOnlyAndForAnHour() {
        for (var session : List.of("s-1", "s-2")) {
            track("screen-views", event(session, "11:58:00", "\"screen_name\":\"A\""));
            track("screen-views", event(session, "11:59:00", "\"screen_name\":\"B\""));
        }
        var cursor = timeline("s-1", "?limit=1").text("next_cursor");
        assertThat(timeline("s-1", "?cursor=" + cursor).items()).hasSize(1);

        for (var bad : List.of("", "x", "a.b", "..", cursor + "x", cursor.replace(".", "x."), "x".repeat(9_000))) {
            assertThat(timeline("s-1", "?cursor=" + bad).status()).as(bad).isEqualTo(422);
        }
        assertThat(timeline("s-2", "?cursor=" + cursor).status()).isEqualTo(422);
        sandbox.clock.advance(Duration.ofHours(1));
        assertThat(timeline("s-1", "?cursor=" + cursor).status()).isEqualTo(422);
    }

    private Stored track(String path, String event) {
        var answer = sandbox.bean(Ingest.class).accept(new IngestRequest("POST", "/api/v1/" + path,
                Map.of("x-api-key", app.text("api_key"), "content-type", "application/json"), "203.0.113.9", event,
                false));
        assertThat(answer).isInstanceOf(Stored.class);
        return (Stored) answer;
    }

    private static String event(String session, String time, String fields) {
        return "{\"session_id\":" + Json.ofText(session) + ",\"occurred_at\":\"2026-01-31T" + time + "Z\"," + fields
                + "}";
    }

    private String path(String session) {
        return "/api/v1/apps/" + app.text("id") + "/sessions/" + session + "/timeline";
    }

    private Answer timeline(String session, String query) {
        return sandbox.send(Request.of("GET", path(session) + query).bearer(sandbox.tokenOf("ada@example.com")));
    }

    private static List<String> kinds(Answer timeline) {
        return timeline.items().stream().map(item -> item.get("kind").orElseThrow().string()).toList();
    }
}

package tracenova.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.insights.TestInsights.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.insights.Sessions.Item;
import tracenova.lake.TestRequest;

class SessionsTest {

    private final TestInsights insights = new TestInsights();

    @AfterEach
    void close() {
        insights.close();
    }

    private static TestRequest request(String batch, Instant received) {
        return TestRequest.of("shop", batch, received);
    }

    @Test
    void aSessionIsWhatItsEventsSayAndWhoItWasLast() {
        insights.with(request("b1", NOON)
                .event("a", "page_view", NOON.minusSeconds(90), "s1", "visitor_id", "v1", "screen", "home", "release",
                        "1.0",
                        "os", "Windows", "device", "desktop", "country", "DE", "user_role", "unknown")
                .event("b", "page_view", NOON.minusSeconds(60), "s1", "visitor_id", "v1", "user_id", "u1", "user_role",
                        "editor", "screen", "cart", "os", "Windows")
                .event("c", "crash", NOON.plusMillis(250), "s1", "user_role", "unknown", "release", "1.1"));

        assertThat(insights.ask(Sessions.class).items()).containsExactly(new Item("s1", "u1", "v1", "editor",
                "2026-01-31T11:58:30.000Z", "2026-01-31T12:00:00.250Z", 90_250, 3, 1, 2, "cart", "1.1", "Windows",
                "desktop", "DE"));
    }

    @Test
    void whatComesLateBelongsToItsSession() {
        var before = NOON.minus(Duration.ofDays(20));
        insights.with(request("b1", before).event("a", "page_view", before, "s1"),
                request("b2", NOON).event("b", "page_view", NOON, "s2"));
        assertThat(insights.ask(Sessions.class).items()).extracting(Item::events).containsExactly(1L, 1L);

        insights.with(request("b3", NOON).event("c", "session_end", before.plusSeconds(5), "s1", "duration_ms", 7_000));

        var late = insights.ask(Sessions.class).items().getLast();
        assertThat(late.sessionId()).isEqualTo("s1");
        assertThat(late.events()).isEqualTo(2);
        assertThat(late.durationMs()).isEqualTo(7_000);
    }

    @Test
    void ofMoreThanAThousandTheNewestAreShown() {
        var request = request("b1", NOON);
        IntStream.range(0, 1_001).forEach(i -> request.event("e" + i, "page_view", NOON.minusSeconds(i), "s" + i));
        insights.with(request);

        var sessions = insights.ask(Sessions.class);

        assertThat(sessions.total()).isEqualTo(1_001);
        assertThat(sessions.truncated()).isTrue();
        assertThat(sessions.items()).hasSize(1_000).first().extracting(Item::sessionId).isEqualTo("s0");
        assertThat(sessions.items()).last().extracting(Item::sessionId).isEqualTo("s999");
    }

    @Test
    void eventsWithoutASessionAreNone() {
        insights.with(request("b1", NOON).event("a", "crash", NOON, "-", "user_id", "u1"));

        assertThat(insights.ask(Sessions.class)).isEqualTo(
                new Sessions("UTC", null, 0, false, "2026-01-31T12:00:00Z"));
    }
}

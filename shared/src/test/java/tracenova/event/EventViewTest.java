package tracenova.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventViewTest {

    private static final String WHOLE = """
            {"id":"s1","user_role":"Auditor","session_start":"2026-01-31T12:00:00Z",
             "session_end":"2026-01-31T12:05:00Z","session_duration":300,"pages_visited":["home"]}""";

    @ParameterizedTest
    @EnumSource(names = {"SESSION_START", "SESSION_END"})
    void CQ_D18_aSessionSentWholeIsItsStartAndItsEnd(EventType path) {
        var events = ((Reading.Read) path.read(Json.of(WHOLE))).events();

        assertThat(events).extracting(EventView::type)
                .containsExactly(EventType.SESSION_START, EventType.SESSION_END);
        assertThat(events).extracting(EventView::idSuffix).containsExactly("", "/session_end");
        assertThat(events).extracting(view -> view.time().orElseThrow()).containsExactly(
                Instant.parse("2026-01-31T12:00:00Z"), Instant.parse("2026-01-31T12:05:00Z"));
        assertThat(events).extracting(view -> view.sessionId().orElseThrow()).containsExactly("s1", "s1");
        assertThat(events.getLast().number(Column.DURATION_MS)).hasValue(300_000);
        assertThat(events.getFirst().number(Column.DURATION_MS)).isEmpty();
    }

    @Test
    void CQ_D18_aWholeSessionComesThroughTheMixedDoorsToo() {
        var sent = Json.of("{\"type\":\"session_end\",\"session_id\":\"s1\",\"payload\":" + WHOLE + "}");
        var events = ((Reading.Read) MixedDoor.TRACK.read(sent)).events();

        assertThat(events).extracting(EventView::type)
                .containsExactly(EventType.SESSION_START, EventType.SESSION_END);
        assertThat(events).extracting(view -> view.time().orElseThrow()).doesNotHaveDuplicates();
    }

    @Test
    void aStoredHalfOfAWholeSessionReadsAsThatHalf() {
        var end = EventType.SESSION_START.view(EventType.SESSION_END, Json.of(WHOLE));

        assertThat(end.time()).contains(Instant.parse("2026-01-31T12:05:00Z"));
        assertThat(end.name()).isEqualTo("session_end");
    }

    @Test
    void anEndAloneIsOneEvent() {
        var end = Json.of("{\"session_id\":7,\"duration_seconds\":12}");
        var events = ((Reading.Read) EventType.SESSION_END.read(end)).events();

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().idSuffix()).isEmpty();
        assertThat(events.getFirst().sessionId()).contains("7");
    }

    @Test
    void theFirstNameThatIsSentCounts() {
        var view = EventType.ERROR.asSent(Json.of("""
                {"timestamp":"2026-01-31T13:00:00Z","error_timestamp":"2026-01-31T12:00:00Z",
                 "error_id":"b","event_id":"a"}"""));

        assertThat(view.time()).contains(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(view.eventId()).contains("a");
        assertThat(view.rest()).extracting(Json.Member::name).containsExactly("timestamp", "error_id");
    }

    @Test
    void occurredAtGoesBeforeTheSourcesOwnTime() {
        var view = EventType.MODULE_HEALTH.asSent(Json.of("""
                {"recorded_at":"2026-01-31T12:00:00Z","occurred_at":"2026-01-31T13:00:00Z"}"""));

        assertThat(view.time()).contains(Instant.parse("2026-01-31T13:00:00Z"));
    }

    @Test
    void aNameIsTheClientsWordElseTheType() {
        assertThat(name(EventType.USER_ACTION, "{\"action_type\":\"payment\",\"action_name\":\"pay\"}"))
                .isEqualTo("pay");
        assertThat(name(EventType.USER_ACTION, "{\"action_type\":\"payment\",\"action_name\":\" \"}"))
                .isEqualTo("user_action");
        assertThat(name(EventType.PAGE_VIEW, "{}")).isEqualTo("page_view");
    }

    @Test
    void readsWhatMaskingLeft() {
        var view = EventType.SCREEN_VIEW.asSent(Json.of("""
                {"load_time_ms":"[removed]","occurred_at":"[removed]","session_id":{}}"""));

        assertThat(view.number(Column.DURATION_MS)).isEmpty();
        assertThat(view.time()).isEmpty();
        assertThat(view.sessionId()).isEmpty();
    }

    @Test
    void durationsInSecondsFillMilliseconds() {
        var view = EventType.NETWORK_EVENT.asSent(Json.of("{\"duration_seconds\":1.5}"));

        assertThat(view.number(Column.DURATION_MS)).hasValue(1500);
        assertThat(view.rest()).extracting(Json.Member::name).containsExactly("duration_seconds");
    }

    private static String name(EventType type, String event) {
        return type.asSent(Json.of(event)).name();
    }
}

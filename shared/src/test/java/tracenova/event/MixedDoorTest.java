package tracenova.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tracenova.event.MixedDoor.API_EVENTS_INGEST;
import static tracenova.event.MixedDoor.EVENTS_INGEST;
import static tracenova.event.MixedDoor.TRACK;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.testkit.Examples;

/// which type, which name, whose words.
class MixedDoorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TRACK | {'type':'x'} | tn",
        "TRACK | {'type':'x','event_type':'y','page_url':'/'} | tn",
        "TRACK | {'event_type':'x','page_url':'/api/endpoint'} | ov",
        "TRACK | {'event_type':'x','page_slug':'home'} | cq",
        "TRACK | {'event_type':'action','action_type':'click'} | cq",
        "TRACK | {'event_type':'error','error_type':'API'} | cq",
        "TRACK_ASYNC | {'event_type':'x','page_url':'/'} | ov",
        "TRACK_BATCH | {'type':'x'} | tn",
        "EVENTS_INGEST | {'event':'x'} | ad",
        "EVENTS_INGEST | {'event_type':'x','schema_id':'portfolio_events'} | rt",
        "API_EVENTS_INGEST | {'event_type':'x'} | rt",
        "API_EVENTS_INGEST | {'event':'x'} | ad",
        "API_EVENTS_INGEST | {'type':'x'} | tn"
    })
    void knowsTheSourcesByTheirBodies(MixedDoor door, String event, String source) {
        var view = only(door, event);

        assertThat(view.source()).isEqualTo(source);
        assertThat(view.type()).isIn(EventType.CUSTOM, EventType.USER_ACTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{'event':'x'}", "{'event_type':'x'}", "{'type':null}", "{'page_url':'/'}",
        "{'event_type':null,'page_url':'/'}"
    })
    void B087_withoutAWordForItAnEventIsRefused(String event) {
        assertThat(rejected(TRACK, event)).extracting(Violation::code).containsExactly(Code.REQUIRED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'type':5} | WRONG_TYPE | /type",
        "{'type':''} | BLANK | /type",
        "{'type':' \\u200b'} | BLANK | /type",
        "{'type':'x','payload':'x'} | WRONG_TYPE | /payload",
        "{'type':'x','payload':[]} | WRONG_TYPE | /payload",
        "{'type':'x','session_id':''} | INVALID_ID | /session_id",
        "{'type':'x','user_id':4.2} | WRONG_TYPE | /user_id",
        "{'type':'error','occurred_at':'now','payload':{'message':'m'}} | INVALID_TIME | /occurred_at",
        "{'event_type':'x','page_url':5} | WRONG_TYPE | /page_url",
        "{'event_type':'x','page_url':'/','event_data':[]} | WRONG_TYPE | /event_data",
        "{'event_type':'x','page_slug':'home','timestamp':1763632800} | INVALID_TIME | /timestamp"
    })
    void refusesWhatIsWrongWhateverTheType(String event, Code code, String pointer) {
        assertThat(rejected(TRACK, event))
                .extracting(Violation::code, Violation::pointer)
                .containsExactly(tuple(code, pointer));
    }

    @Test
    void becomesTheTypeWhoseRowItSatisfies() {
        var view = only(TRACK, """
                {"type":"error","payload":{"message":"boom","severity":"critical"},"session_id":"s1"}""");

        assertThat(view.type()).isEqualTo(EventType.ERROR);
        assertThat(view.text(Column.SEVERITY)).contains("critical");
        assertThat(view.sessionId()).contains("s1");
        assertThat(view.field("message")).contains(Json.ofText("boom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'type':'error','payload':{'severity':'error'}}",
        "{'type':'error','payload':{'message':'m','severity':'fatal'}}",
        "{'type':'error','message':5,'payload':{'message':'m'}}",
        "{'type':'error'}",
        "{'event_type':'error','page_url':'/','event_data':{'line':1}}"
    })
    void staysCustomUnderItsOwnWordWhereTheRowIsNotSatisfied(String event) {
        var view = only(TRACK, event);

        assertThat(view.type()).isEqualTo(EventType.CUSTOM);
        assertThat(view.name()).isEqualTo("error");
    }

    @Test
    void X17_performanceAndBusinessAreOurTypesWhenTheyHaveTheirFields() {
        var performance = only(TRACK, """
                {"type":"performance",
                 "payload":{"metric_type":"api_response","value":5,"value_unit":"ms"}}""");
        var business = only(TRACK, """
                {"type":"business",
                 "payload":{"event_type":"order_created","amount":9.90,"currency":"EUR"}}""");

        assertThat(performance.type()).isEqualTo(EventType.PERFORMANCE_METRIC);
        assertThat(performance.number(Column.VALUE)).hasValue(5);
        assertThat(business.type()).isEqualTo(EventType.BUSINESS_EVENT);
        assertThat(business.name()).isEqualTo("order_created");
        assertThat(business.decimal(Column.AMOUNT)).contains(new BigDecimal("9.90"));
        assertThat(only(TRACK, "{'type':'performance','payload':{}}").type()).isEqualTo(EventType.CUSTOM);
        assertThat(only(TRACK, "{'type':'performance'}").name()).isEqualTo("performance");
    }

    @Test
    void aPageViewOfAnySourceNeedsNoMoreThanAPlace() {
        assertThat(only(TRACK, "{'type':'page_view','payload':{'path':'/a','title':'A'}}").type())
                .isEqualTo(EventType.PAGE_VIEW);
        assertThat(only(TRACK, "{'event_type':'page_view','page_url':'/a'}").type())
                .isEqualTo(EventType.PAGE_VIEW);
        assertThat(only(EVENTS_INGEST, "{'event':'page_view','page_url':'https://a.example/'}").type())
                .isEqualTo(EventType.PAGE_VIEW);
        assertThat(only(EVENTS_INGEST, "{'event_type':'page_view','properties':{'page_path':'/b'}}").type())
                .isEqualTo(EventType.PAGE_VIEW);
        assertThat(only(TRACK, "{'type':'page_view'}").type()).isEqualTo(EventType.CUSTOM);
    }

    @Test
    void CQ_E02_anActionIsAUserActionOfAnyKind() {
        var view = only(TRACK, """
                {"event_type":"action","action_type":"filter","action_target":"size","page_slug":"list",
                 "action_context":{"filter_type":"size","target":5},"timestamp":"2026-01-31T12:00:00Z"}""");

        assertThat(view.type()).isEqualTo(EventType.USER_ACTION);
        assertThat(view.name()).isEqualTo("filter");
        assertThat(view.text(Column.SCREEN)).contains("list");
        assertThat(view.time()).contains(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(view.field("target")).contains(Json.ofText("size"));
        assertThat(view.properties().orElseThrow().members()).hasSize(2);
    }

    @Test
    void CQ_E03_anErrorKeepsItsIdAndItsMessage() {
        var view = only(TRACK, """
                {"event_type":"error","error_type":"API","error_message":"m","error_id":"e-1"}""");

        assertThat(view.type()).isEqualTo(EventType.ERROR);
        assertThat(view.eventId()).contains("e-1");
        assertThat(view.field("message")).contains(Json.ofText("m"));
        assertThat(view.name()).isEqualTo("API");
    }

    @Test
    void X12_aTrackersUserIsADevice() {
        var device = only(API_EVENTS_INGEST, "{'event_type':'x','user_id':'user_1769860800000_a1b2c3d4e'}");
        var person = only(API_EVENTS_INGEST, "{'event_type':'x','user_id':'user_17'}");
        var elsewhere = only(TRACK, "{'type':'x','user_id':'user_1769860800000_a1b2c3d4e'}");

        assertThat(device.userId()).isEmpty();
        assertThat(device.visitorId()).contains("user_1769860800000_a1b2c3d4e");
        assertThat(person.userId()).contains("user_17");
        assertThat(elsewhere.userId()).isPresent();
        assertThat(elsewhere.visitorId()).isEmpty();
    }

    @Test
    void X07_X09_readsTimeAndPlaceWhereTheSourceHasThem() {
        var rt = only(API_EVENTS_INGEST, """
                {"event_type":"x",
                 "properties":{"tracked_at":"2026-01-31T12:00:00Z","page_url":"https://a.example/b"}}""");
        var both = only(API_EVENTS_INGEST, """
                {"event_type":"x","timestamp":"2026-01-31T13:00:00Z",
                 "properties":{"tracked_at":"2026-01-31T12:00:00Z"}}""");
        var tn = only(TRACK, """
                {"type":"x","timestamp":"no time of ours",
                 "payload":{"path":"/b","session_id":"no id of ours"}}""");

        assertThat(rt.time()).contains(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(rt.text(Column.URL)).contains("https://a.example/b");
        assertThat(both.time()).contains(Instant.parse("2026-01-31T13:00:00Z"));
        assertThat(tn.time()).isEmpty();
        assertThat(tn.text(Column.PATH)).contains("/b");
        assertThat(tn.sessionId()).isEmpty();
    }

    @Test
    void aFunnelStepNeedsItsSessionOutsideTheFreeData() {
        var inside = "{'type':'funnel_step','payload':{'funnel_slug':'f','step_key':'k','session_id':'s'}}";
        var beside = "{'type':'funnel_step','session_id':'s','payload':{'funnel_slug':'f','step_key':'k'}}";

        assertThat(only(TRACK, inside).type()).isEqualTo(EventType.CUSTOM);
        assertThat(only(TRACK, beside).type()).isEqualTo(EventType.FUNNEL_STEP);
    }

    @Test
    void identityDoesNotDependOnTheVerdict() {
        var event = json("{'event_type':'x','error_id':'e','session_id':5,'page_slug':7}");

        assertThat(TRACK.read(event)).isInstanceOf(Reading.Rejected.class);
        assertThat(TRACK.asSent(event).eventId()).contains("e");
        assertThat(TRACK.asSent(event).sessionId()).contains("5");
        assertThat(TRACK.asSent(json("[]")).eventId()).isEmpty();
        assertThat(TRACK.asSent(json("{'type':'x','event_id':'\\u0000'}")).eventId()).isEmpty();
    }

    @Test
    void restIsWhatNoColumnHolds() {
        var view = only(TRACK, """
                {"type":"screen_view","screen_name":"Home","load_time_ms":5,"session_id":"s",
                 "occurred_at":"2026-01-31T12:00:00Z","payload":{"a":1},"metadata":{"b":2},
                 "previous_screen":"Cart","app_id":"theirs","user_role":null}""");

        assertThat(view.rest()).extracting(Json.Member::name)
                .containsExactly("type", "metadata", "previous_screen", "app_id");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsReadTheSameWayAgainWhenStored(String name) {
        var door = Door.at(Examples.path(name)).orElseThrow();
        var body = Json.of(Examples.body(name));
        for (var event : body.get("events").map(Json::elements).orElse(List.of(body))) {
            var read = ((Reading.Read) door.read(event)).events();
            assertThat(read).hasSize(1);
            var again = door.view(read.getFirst().type(), event);

            assertThat(again.name()).isEqualTo(read.getFirst().name());
            assertThat(again.eventId()).isPresent().isEqualTo(door.asSent(event).eventId());
            assertThat(again.sessionId()).isEqualTo(door.asSent(event).sessionId());
        }
    }

    static List<String> examples() {
        return Examples.names();
    }

    static EventView only(Door door, String event) {
        var reading = door.read(json(event));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).events().getFirst();
    }

    static List<Violation> rejected(Door door, String event) {
        return ((Reading.Rejected) door.read(json(event))).violations();
    }

    private static Json json(String event) {
        return Json.of(event.replace('\'', '"'));
    }
}

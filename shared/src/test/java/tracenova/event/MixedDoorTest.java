package tracenova.event;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.event.MixedDoor.TRACK;

import org.junit.jupiter.api.Test;

class MixedDoorTest {

    @Test
    void becomesTheTypeWhoseRowItSatisfies() {
        var view = only(TRACK, """
                {"type":"error","payload":{"message":"boom","severity":"critical"},"session_id":"s1"}""");

        assertThat(view.type()).isEqualTo(EventType.ERROR);
        assertThat(view.source()).isEqualTo("tn");
        assertThat(view.text(Column.SEVERITY)).contains("critical");
        assertThat(view.sessionId()).contains("s1");
    }

    @Test
    void staysCustomUnderItsOwnWordWhereTheRowIsNotSatisfied() {
        var view = only(TRACK, """
                {"type":"error","payload":{"severity":"fatal"}}""");

        assertThat(view.type()).isEqualTo(EventType.CUSTOM);
        assertThat(view.name()).isEqualTo("error");
    }

    static EventView only(Door door, String event) {
        var reading = door.read(Json.of(event));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).events().getFirst();
    }

    static java.util.List<Violation> rejected(Door door, String event) {
        return ((Reading.Rejected) door.read(Json.of(event))).violations();
    }
}

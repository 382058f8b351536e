package tracenova.event;

import static tracenova.event.Field.id;
import static tracenova.event.Field.number;
import static tracenova.event.Field.object;
import static tracenova.event.Field.text;
import static tracenova.event.Field.textId;
import static tracenova.event.Field.time;

import java.util.List;

/// The fields that do not depend on the event's type.
final class CommonFields {

    private CommonFields() {}

    /// What every path takes.
    static List<Field> everywhere() {
        return List.of(
                id("event_id").as(Column.EVENT_ID),
                id("session_id").as(Column.SESSION_ID),
                textId("visitor_id").as(Column.VISITOR_ID),
                id("user_id").as(Column.USER_ID),
                text("user_role").as(Column.USER_ROLE),
                time("occurred_at").as(Column.OCCURRED_AT),
                text("url").as(Column.URL),
                text("release").as(Column.RELEASE),
                text("environment").as(Column.ENVIRONMENT),
                number("sample_rate").between(Double.MIN_VALUE, 1).as(Column.SAMPLE_RATE),
                object("metadata"));
    }

    /// Where the free data of a mixed body says what a column holds.
    static List<Field> inFreeData() {
        return List.of(
                text("page_url").as(Column.URL).inPayload(),
                text("page_path").as(Column.PATH).inPayload(),
                text("path").as(Column.PATH).inPayload(),
                time("tracked_at").as(Column.OCCURRED_AT).inPayload());
    }
}

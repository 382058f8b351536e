package tracenova.management;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tracenova.event.EventType;
import tracenova.session.SessionEvent;

/// A session as its journey is shown: a head about all of it, and a page of its events. Written by hand, so that
/// what was sent is answered digit for digit.
final class Timeline {

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> TEXTS = List.of("name", "screen", "url");

    private final String session;
    private final List<SessionEvent> events;

    /// @param events at least one, in time order
    Timeline(String session, List<SessionEvent> events) {
        this.session = session;
        this.events = events;
    }

    String json(List<SessionEvent> page, Optional<String> nextCursor) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("session");
            head(json);
            json.writeEndObject();
            json.writeArrayFieldStart("items");
            for (var event : page) {
                item(json, event);
            }
            json.writeEndArray();
            optional(json, "next_cursor", nextCursor);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void head(JsonGenerator json) throws IOException {
        json.writeStringField("id", session);
        optional(json, "user_id", last("user_id"));
        optional(json, "visitor_id", last("visitor_id"));
        optional(json, "user_role", last("user_role", role -> !role.equals("unknown")));
        json.writeStringField("started_at", events.getFirst().at().toString());
        json.writeStringField("last_at", events.getLast().at().toString());
        json.writeNumberField("duration_ms", durationMillis());
        json.writeNumberField("events", events.size());
        json.writeNumberField("errors", events.stream().filter(event -> kind(event.type()).equals("error")).count());
        optional(json, "release", last("release"));
        optional(json, "platform", last("os"));
        optional(json, "device", last("device"));
    }

    private Optional<String> last(String column) {
        return last(column, text -> true);
    }

    private Optional<String> last(String column, Predicate<String> test) {
        return events.reversed().stream().flatMap(event -> event.text(column).filter(test).stream()).findFirst();
    }

    /// D2: what the end says, else from the first event to the last.
    private long durationMillis() {
        return events.reversed().stream().filter(event -> event.type() == EventType.SESSION_END)
                .flatMap(event -> event.text("duration_ms").stream()).findFirst()
                .map(millis -> (long) Double.parseDouble(millis))
                .orElseGet(() -> Duration.between(events.getFirst().at(), events.getLast().at()).toMillis());
    }

    private static void item(JsonGenerator json, SessionEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("event_id", event.id());
        json.writeStringField("type", event.type().toString());
        json.writeStringField("kind", kind(event.type()));
        json.writeStringField("at", event.at().toString());
        json.writeStringField("received_at", event.receivedAt().toString());
        for (var column : TEXTS) {
            optional(json, column, event.text(column));
        }
        var duration = event.text("duration_ms");
        if (duration.isPresent()) {
            json.writeNumberField("duration_ms", Double.parseDouble(duration.get()));
        }
        // As JSON that was sent: a number of any length.
        var amount = event.text("amount");
        if (amount.isPresent()) {
            json.writeFieldName("amount");
            json.writeRawValue(amount.get());
        }
        optional(json, "currency", event.text("currency"));
        optional(json, "severity", event.text("severity"));
        json.writeFieldName("data");
        json.writeRawValue(event.stored().json());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    /// What an event is to a journey.
    static String kind(EventType type) {
        return switch (type) {
            case JOURNEY_STEP, FUNNEL_STEP -> "journey";
            case PAGE_VIEW, SCREEN_VIEW -> "view";
            case NAVIGATION -> "navigation";
            case USER_ACTION, FEATURE_USAGE -> "action";
            case ERROR, CRASH, API_ERROR, DB_ERROR -> "error";
            case BUSINESS_EVENT, FINANCIAL_IMPACT -> "business";
            case API_PERFORMANCE, THIRD_PARTY_API, NETWORK_PERFORMANCE -> "api";
            case CUSTOM, IDENTIFY, SESSION_START, SESSION_HEARTBEAT, SESSION_END, NETWORK_EVENT, PERFORMANCE_METRIC,
                    DATABASE_PERFORMANCE, FRONTEND_PERFORMANCE, SERVER_PERFORMANCE, MODULE_HEALTH, SECURITY_EVENT,
                    DATA_INTEGRITY, ALERT ->
                    "other";
        };
    }
}

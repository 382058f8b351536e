package tracenova.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import tracenova.ingest.Answer;
import tracenova.ingest.Outcome;
import tracenova.ingest.Problem;
import tracenova.ingest.ProblemJson;

/// The one place from answers to HTTP: statuses, bodies, CORS for browsers.
final class Replies {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Map<String, String> CORS = Map.of(
            "access-control-allow-origin", "*",
            "access-control-expose-headers", "retry-after");

    private Replies() {}

    /// To a preflight: any origin, no credentials, POST only.
    static GatewayReply preflight() {
        return new GatewayReply(204, Map.of(
                "access-control-allow-origin", "*",
                "access-control-allow-methods", "POST",
                "access-control-allow-headers",
                "authorization, content-encoding, content-type, idempotency-key, x-api-key, x-customer-id",
                "access-control-max-age", "86400"), "");
    }

    static GatewayReply of(Answer answer, String requestId) {
        return switch (answer) {
            case Answer.Stored stored -> stored(stored);
            case Answer.Refused(var problem) -> problem(problem, requestId);
        };
    }

    static GatewayReply problem(Problem problem, String requestId) {
        var headers = headers(ProblemJson.MEDIA_TYPE);
        headers.putAll(ProblemJson.headers(problem));
        return new GatewayReply(problem.type().status(), headers, ProblemJson.write(problem, requestId));
    }

    private static GatewayReply stored(Answer.Stored stored) {
        int accepted = 0;
        int duplicate = 0;
        int rejected = 0;
        for (var outcome : stored.outcomes()) {
            switch (outcome) {
                case Outcome.Accepted _ -> accepted++;
                case Outcome.Duplicate _ -> duplicate++;
                case Outcome.Rejected _ -> rejected++;
            }
        }
        int a = accepted;
        int d = duplicate;
        int r = rejected;
        return new GatewayReply(r == 0 ? 202 : 207, headers("application/json"), body(json -> {
            json.writeBooleanField("success", r == 0);
            json.writeStringField("batch_id", stored.batchId());
            json.writeStringField("received_at", TIME.format(stored.receivedAt()));
            json.writeNumberField("accepted", a);
            json.writeNumberField("duplicate", d);
            if (r > 0) {
                json.writeNumberField("rejected", r);
                outcomes(json, stored);
            }
            if (stored.outcomes().size() == 1) {
                single(json, stored);
            }
        }));
    }

    private static void outcomes(JsonGenerator json, Answer.Stored stored) throws IOException {
        json.writeArrayFieldStart("outcomes");
        for (var outcome : stored.outcomes()) {
            json.writeStartObject();
            json.writeNumberField("index", outcome.index());
            json.writeStringField("event_id", outcome.eventId());
            switch (outcome) {
                case Outcome.Accepted _ -> json.writeStringField("outcome", "accepted");
                case Outcome.Duplicate _ -> json.writeStringField("outcome", "duplicate");
                case Outcome.Rejected(_, _, var code, var pointer, var detail) -> {
                    json.writeStringField("outcome", "rejected");
                    json.writeStringField("code", code.toString());
                    json.writeStringField("pointer", pointer);
                    json.writeStringField("detail", detail);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void single(JsonGenerator json, Answer.Stored stored) throws IOException {
        var layers = stored.layers();
        var completed = layers.staging() && layers.business();
        json.writeStringField("event_id", stored.outcomes().getFirst().eventId());
        json.writeStringField("processing_status", completed ? "completed" : "queued");
        json.writeObjectFieldStart("pipeline_results");
        json.writeBooleanField("raw_processed", layers.raw());
        json.writeBooleanField("staging_processed", layers.staging());
        json.writeBooleanField("business_processed", layers.business());
        json.writeEndObject();
    }

    private static Map<String, String> headers(String contentType) {
        var headers = new HashMap<>(CORS);
        headers.put("content-type", contentType);
        return headers;
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String body(Fields fields) {
        var text = new StringWriter(256);
        try (var json = JSON.createGenerator(text).setHighestNonEscapedChar('~')) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

package tracenova.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tracenova.ingest.Problem.EventError;

/// A problem as RFC 9457 has it: the body and the headers of every refusal.
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();
    private static final String PROBLEMS = "https://tracenova.dev/problems/";
    private static final int ERRORS = 20;
    /// A refusal has at most 4 KiB; an error at most the rest of that.
    private static final int ROOM = 3_000;

    private ProblemJson() {}

    /// All but the media type, in lower case.
    public static Map<String, String> headers(Problem problem) {
        var headers = new HashMap<String, String>();
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        problem.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    /// In ASCII, so that nothing on the way misreads it.
    public static String write(Problem problem, String requestId) {
        var text = new StringWriter(256);
        try (var json = JSON.createGenerator(text).setHighestNonEscapedChar('~')) {
            json.writeStartObject();
            json.writeStringField("type", PROBLEMS + problem.type().slug());
            json.writeStringField("title", problem.type().title());
            json.writeNumberField("status", problem.type().status());
            json.writeStringField("detail", problem.detail());
            json.writeStringField("instance", "urn:request:" + requestId);
            if (!problem.errors().isEmpty()) {
                errors(json, problem.errors());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// As many as there is room for.
    private static void errors(JsonGenerator json, List<EventError> errors) throws IOException {
        json.writeArrayFieldStart("errors");
        int written = 0;
        while (written < Math.min(errors.size(), ERRORS) && length(json) < ROOM) {
            write(json, errors.get(written++));
        }
        json.writeEndArray();
        if (written < errors.size()) {
            json.writeBooleanField("truncated", true);
        }
    }

    private static int length(JsonGenerator json) throws IOException {
        json.flush();
        return json.getOutputTarget().toString().length();
    }

    private static void write(JsonGenerator json, EventError error) throws IOException {
        json.writeStartObject();
        if (error.index() != null) {
            json.writeNumberField("index", error.index());
        }
        json.writeStringField("pointer", error.pointer());
        json.writeStringField("code", error.code());
        json.writeStringField("detail", error.detail());
        json.writeEndObject();
    }
}

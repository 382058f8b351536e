package tracenova.management;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tracenova.event.Code;
import tracenova.event.Json;
import tracenova.event.Limits;
import tracenova.ingest.Document;
import tracenova.ingest.Problem;
import tracenova.ingest.Problem.EventError;
import tracenova.ingest.ProblemType;

/// The body of a request, read as strictly as events are (bad-input rules R1 to R7); throws [Refused].
record JsonBody(byte[] bytes, String mediaType) {

    private static final String JSON = "application/json";

    <T> T read(Function<Fields, T> reader) {
        try {
            return Fields.read(document(), reader);
        } catch (Invalid e) {
            var detail = e.errors().size() == 1 ? "1 field is not valid" : e.errors().size() + " fields are not valid";
            throw new Refused(Problem.of(ProblemType.VALIDATION_FAILED, detail).about(e.errors()));
        }
    }

    /// The same, where no body is an empty object.
    <T> T readIfAny(Function<Fields, T> reader) {
        return bytes.length == 0 ? Fields.read(Json.of("{}"), reader) : read(reader);
    }

    private Json document() {
        if (bytes.length > Limits.WIRE_BYTES) {
            throw new Refused(ProblemType.TOO_LARGE, "a body has at most " + Limits.WIRE_BYTES + " bytes");
        }
        if (!isJson()) {
            throw new Refused(Problem.of(ProblemType.UNSUPPORTED_MEDIA, "send " + JSON).with("Accept", JSON));
        }
        return switch (Document.read(text())) {
            case Document.Read(var document) -> Json.of(document.text());
            case Document.Malformed(var code, var pointer, var detail) -> throw malformed(code, pointer, detail);
        };
    }

    private boolean isJson() {
        var parts = mediaType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "").split(";");
        return parts.length > 0 && parts[0].equals(JSON)
                && (parts.length == 1 || parts.length == 2 && parts[1].equals("charset=utf-8"));
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw malformed(Code.ENCODING, "", "not UTF-8");
        }
    }

    private static Refused malformed(Code code, String pointer, String detail) {
        return new Refused(Problem.of(ProblemType.MALFORMED, "the body is not one JSON document")
                .about(new EventError(null, pointer, code.toString(), detail)));
    }

    /// Lets a controller's method ask for the body.
    @Singleton
    static final class Binder implements TypedRequestArgumentBinder<JsonBody> {

        @Override
        public Argument<JsonBody> argumentType() {
            return Argument.of(JsonBody.class);
        }

        @Override
        public BindingResult<JsonBody> bind(ArgumentConversionContext<JsonBody> context, HttpRequest<?> request) {
            var body = new JsonBody(
                    Gateway.body(request), request.getHeaders().get(Gateway.MEDIA_TYPE));
            return () -> Optional.of(body);
        }
    }
}

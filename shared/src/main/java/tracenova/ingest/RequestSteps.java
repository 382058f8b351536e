package tracenova.ingest;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tracenova.event.Code;
import tracenova.event.Door;
import tracenova.event.Limits;
import tracenova.ingest.Problem.EventError;

/// The steps that look at the request before its document is read.
@Singleton
class RequestSteps {

    private final Credentials credentials;

    RequestSteps(Credentials credentials) {
        this.credentials = credentials;
    }

    Optional<Problem> rejectUnknownPaths(Intake intake) {
        return Door.at(intake.request.path()).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.NOT_FOUND, "no such path"));
    }

    Optional<Problem> rejectOtherMethods(Intake intake) {
        return intake.request.method().equals("POST")
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "this path takes POST")
                        .with("Allow", "POST, OPTIONS"));
    }

    Optional<Problem> rejectLargeBody(Intake intake) {
        return intake.request.wireBytes() > Limits.WIRE_BYTES
                ? tooLarge("a body has at most " + Limits.WIRE_BYTES + " bytes")
                : Optional.empty();
    }

    Optional<Problem> authenticate(Intake intake) {
        var entry = credentials.authenticate(intake.request);
        entry.ifPresent(found -> intake.key = found);
        return entry.isPresent() ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.UNAUTHENTICATED, "send a live key in X-Api-Key")
                        .with("WWW-Authenticate", "Bearer"));
    }

    /// `X-Customer-ID` may name the workspace; then it must be the key's.
    Optional<Problem> rejectForeignCustomer(Intake intake) {
        return intake.request.header("x-customer-id").filter(id -> !id.equals(intake.key.workspace())).isPresent()
                ? Optional.of(Problem.of(ProblemType.FORBIDDEN, "X-Customer-ID is not the key's workspace"))
                : Optional.empty();
    }

    Optional<Problem> rejectWhenTrackingIsOff(Intake intake) {
        return intake.key.switches().tracking()
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.TRACKING_DISABLED, "the app's tracking switch is off"));
    }

    Optional<Problem> rejectOtherMedia(Intake intake) {
        return intake.request.header("content-type").filter(RequestSteps::isJson).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA, "application/json in UTF-8")
                        .with("Accept", "application/json, text/plain"));
    }

    private static boolean isJson(String contentType) {
        var parts = contentType.split(";", -1);
        var media = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json") && !media.equals("text/plain")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].toLowerCase(Locale.ROOT).split("=", 2);
            if (parameter[0].strip().equals("charset") && !(parameter.length == 2 && isUtf8(parameter[1].strip()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(String charset) {
        var name = charset.length() > 1 && charset.startsWith("\"") && charset.endsWith("\"")
                ? charset.substring(1, charset.length() - 1)
                : charset;
        return name.equals("utf-8") || name.equals("utf8");
    }

    Optional<Problem> rejectOtherCodings(Intake intake) {
        return Coding.of(intake.request).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA, "one layer of gzip or deflate, or none")
                        .with("Accept-Encoding", "gzip, deflate"));
    }

    /// Bytes to text: base64 of the gateway, compression, strict UTF-8, at most one byte-order mark.
    Optional<Problem> decode(Intake intake) {
        var request = intake.request;
        var coding = Coding.of(request).orElseThrow();
        if (!request.base64() && coding == Coding.NONE) {
            return text(intake, request.body());
        }
        try {
            var plain = coding.decode(request.bytes());
            return plain.isEmpty()
                    ? tooLarge("a body has at most " + Limits.DECOMPRESSED_BYTES + " bytes after decompression")
                    : text(intake, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain.get())).toString());
        } catch (CharacterCodingException e) {
            return malformed(Code.ENCODING, "the body is not UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            return malformed(Code.SYNTAX, "the body is not what its headers say");
        }
    }

    private static Optional<Problem> text(Intake intake, String text) {
        if (!Utf8.isWhole(text)) {
            return malformed(Code.ENCODING, "the body is not UTF-8");
        }
        intake.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return Optional.empty();
    }

    static Optional<Problem> tooLarge(String detail) {
        return Optional.of(Problem.of(ProblemType.TOO_LARGE, detail));
    }

    static Optional<Problem> malformed(Code code, String detail) {
        return Optional.of(Problem.of(ProblemType.MALFORMED, detail)
                .about(new EventError(null, "", code.toString(), detail)));
    }
}

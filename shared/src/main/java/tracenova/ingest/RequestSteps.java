package tracenova.ingest;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tracenova.event.Code;
import tracenova.event.Limits;
import tracenova.ingest.Problem.EventError;

/// The steps that look at the request before its document is read.
@Singleton
class RequestSteps {

    private static final String GZIP = "gzip";
    private static final String DEFLATE = "deflate";

    private final Credentials credentials;

    RequestSteps(Credentials credentials) {
        this.credentials = credentials;
    }

    Optional<Problem> rejectOtherMethods(Intake intake) {
        return intake.request.method().equals("POST")
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "this path takes POST")
                        .with("Allow", "POST, OPTIONS"));
    }

    Optional<Problem> rejectLargeBody(Intake intake) {
        return wireBytes(intake.request) > Limits.WIRE_BYTES
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
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset=") && !isUtf8(parameter.substring("charset=".length()))) {
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
        return switch (coding(intake.request)) {
            case "", "identity", GZIP, DEFLATE -> Optional.empty();
            default -> Optional.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA, "one layer of gzip or deflate, or none")
                    .with("Accept-Encoding", "gzip, deflate"));
        };
    }

    private static String coding(IngestRequest request) {
        return request.header("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /// Bytes to text: base64 of the gateway, compression, strict UTF-8, at most one byte-order mark.
    Optional<Problem> decode(Intake intake) {
        var request = intake.request;
        if (!request.base64() && plain(request)) {
            intake.text = withoutMark(request.body() == null ? "" : request.body());
            return Optional.empty();
        }
        try {
            var bytes = request.base64()
                    ? Base64.getDecoder().decode(request.body() == null ? "" : request.body())
                    : (request.body() == null ? "" : request.body()).getBytes(StandardCharsets.UTF_8);
            var plain = plain(request) ? bytes : decompressed(bytes, coding(request));
            if (plain == null) {
                return tooLarge("a body has at most " + Limits.DECOMPRESSED_BYTES + " bytes after decompression");
            }
            intake.text = withoutMark(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString());
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return malformed(Code.ENCODING, "the body is not UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            return malformed(Code.SYNTAX, "the body is not what its headers say");
        }
    }

    private static boolean plain(IngestRequest request) {
        return coding(request).isEmpty() || coding(request).equals("identity");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The bytes, or `null` if there are too many: reading stops right behind the limit.
    private static byte[] decompressed(byte[] bytes, String coding) throws IOException {
        try (var in = coding.equals(GZIP) ? new Gzip(bytes) : new Zlib(bytes)) {
            var out = new ByteArrayOutputStream(Math.min(bytes.length * 4, Limits.DECOMPRESSED_BYTES));
            var buffer = new byte[8_192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > Limits.DECOMPRESSED_BYTES) {
                    return null;
                }
            }
            if (((Ending) in).unread() > 0) {
                throw new IOException("bytes after the end");
            }
            return out.toByteArray();
        }
    }

    /// A stream that can tell whether bytes followed its end.
    private interface Ending {
        int unread();
    }

    private static final class Gzip extends GZIPInputStream implements Ending {
        private static final int TRAILER = 8;

        Gzip(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes), Math.max(1, bytes.length));
        }

        // The check sum and length of the last member stay in the buffer.
        @Override
        public int unread() {
            return inf.getRemaining() - TRAILER;
        }
    }

    private static final class Zlib extends InflaterInputStream implements Ending {
        Zlib(byte[] bytes) {
            super(new ByteArrayInputStream(bytes), new Inflater(), Math.max(1, bytes.length));
        }

        @Override
        public int unread() {
            return inf.getRemaining();
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    private static long wireBytes(IngestRequest request) {
        var body = request.body();
        if (body == null) {
            return 0;
        }
        if (request.base64()) {
            int padding = body.endsWith("==") ? 2 : body.endsWith("=") ? 1 : 0;
            return body.length() / 4L * 3 - padding;
        }
        return body.length() > Limits.WIRE_BYTES ? body.length() : utf8Length(body);
    }

    /// How many bytes a text has in UTF-8, without making them.
    static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            // A surrogate pair is four bytes: two for each of its halves.
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }

    static Optional<Problem> tooLarge(String detail) {
        return Optional.of(Problem.of(ProblemType.TOO_LARGE, detail));
    }

    static Optional<Problem> malformed(Code code, String detail) {
        return Optional.of(Problem.of(ProblemType.MALFORMED, detail)
                .about(new EventError(null, "", code.toString(), detail)));
    }
}

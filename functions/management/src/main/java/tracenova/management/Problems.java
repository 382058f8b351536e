package tracenova.management;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.ingest.Problem;
import tracenova.ingest.ProblemJson;
import tracenova.ingest.ProblemType;
import tracenova.log.Log;

/// The one place from what went wrong to a problem document, whoever noticed it.
final class Problems {

    static final Problem UNAUTHENTICATED =
            Problem.of(ProblemType.UNAUTHENTICATED, "sign in first").with("WWW-Authenticate", "Bearer");
    static final Problem FORBIDDEN = Problem.of(ProblemType.FORBIDDEN, "your role does not reach that");
    static final Problem OVERLOADED = Problem.of(ProblemType.OVERLOADED, "try again").with("Retry-After", "1");
    private static final Problem INTERNAL = Problem.of(ProblemType.INTERNAL, "something went wrong on our side");

    private Problems() {}

    /// A store that fails, wherever that came up, may be asked again. All else is a mistake of ours, noted without its
    /// message: that may hold what somebody sent.
    static Problem unexpected(Throwable e, String requestId, Log log) {
        if (Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(SdkException.class::isInstance)) {
            return OVERLOADED;
        }
        log.line("failed", Map.of("request", requestId, "reason", e.getClass().getName(), "at", ours(e)));
        return INTERNAL;
    }

    private static String ours(Throwable e) {
        return Arrays.stream(e.getStackTrace()).filter(frame -> frame.getClassName().startsWith("tracenova."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .findFirst().orElse("-");
    }

    static MutableHttpResponse<String> answer(HttpRequest<?> request, Problem problem) {
        var response = HttpResponse.<String>status(HttpStatus.valueOf(problem.type().status()))
                .body(ProblemJson.write(problem, Gateway.requestId(request)))
                .contentType(ProblemJson.MEDIA_TYPE);
        ProblemJson.headers(problem).forEach(response::header);
        return response;
    }

    @Singleton
    static final class OfControllers implements ExceptionHandler<Refused, HttpResponse<String>> {
        @Override
        public HttpResponse<String> handle(@SuppressWarnings("rawtypes") HttpRequest request, Refused refused) {
            return answer(request, refused.problem());
        }
    }

    @Singleton
    static final class OfStores implements ExceptionHandler<SdkException, HttpResponse<String>> {
        @Override
        public HttpResponse<String> handle(@SuppressWarnings("rawtypes") HttpRequest request, SdkException e) {
            return answer(request, OVERLOADED);
        }
    }

    @Singleton
    @Replaces(DefaultAuthorizationExceptionHandler.class)
    static final class OfSecurity implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
        @Override
        public MutableHttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request,
                AuthorizationException e) {
            return answer(request, e.isForbidden() ? FORBIDDEN : UNAUTHENTICATED);
        }
    }

    /// What Micronaut itself refuses, and what nobody expected.
    @Singleton
    static final class OfMicronaut implements ErrorResponseProcessor<String> {

        private final Log log;

        OfMicronaut(Log log) {
            this.log = log;
        }

        @Override
        public MutableHttpResponse<String> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
            return answer(context.getRequest(), switch (response.code()) {
                case 404 -> Problem.of(ProblemType.NOT_FOUND, "no such path");
                case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "see Allow")
                        .with("Allow", String.join(", ", response.getHeaders().getAll(HttpHeaders.ALLOW)));
                case 413 -> Problem.of(ProblemType.TOO_LARGE, "the body is too large");
                case 400, 406, 415 -> Problem.of(ProblemType.MALFORMED, "the request is not what this path takes");
                default -> unexpected(context.getRootCause().orElseGet(IllegalStateException::new),
                        Gateway.requestId(context.getRequest()), log);
            });
        }
    }
}

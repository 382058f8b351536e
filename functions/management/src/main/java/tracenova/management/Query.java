package tracenova.management;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tracenova.event.Code;
import tracenova.ingest.Problem;
import tracenova.ingest.Problem.EventError;
import tracenova.ingest.ProblemType;
import tracenova.ingest.Shown;

/// The page that a request asks for. A parameter that a path does not have is refused, as is one that comes twice.
record Query(int limit, Optional<String> cursor) {

    static final int MOST = 1_000;

    private static final int USUAL = 200;

    private static Query of(HttpRequest<?> request) {
        var parameters = parameters(request, Set.of("limit", "cursor"));
        return new Query(parameters.containsKey("limit") ? limit(parameters.get("limit")) : USUAL,
                Optional.ofNullable(parameters.get("cursor")));
    }

    private static int limit(String text) {
        boolean number = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = number ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw refused(Code.OUT_OF_RANGE, "limit", "1 to " + MOST);
        }
        return limit;
    }

    static Refused refused(Code code, String parameter, String detail) {
        return new Refused(Problem.of(ProblemType.VALIDATION_FAILED, "a query parameter is not valid").about(
                new EventError(null, "/" + Shown.atMost(Shown.ECHO - 1, parameter), code.toString(), detail)));
    }

    private static Map<String, String> parameters(HttpRequest<?> request, Set<String> known) {
        var parameters = new HashMap<String, String>();
        for (var pair : pairs(request)) {
            var name = pair.getFirst();
            if (!known.contains(name)) {
                throw refused(Code.UNKNOWN_FIELD, name, "no such parameter here");
            }
            if (parameters.put(name, pair.getLast()) != null) {
                throw refused(Code.DUPLICATE_NAME, name, "once at most");
            }
        }
        return parameters;
    }

    private static List<List<String>> pairs(HttpRequest<?> request) {
        var pairs = new ArrayList<List<String>>();
        for (var pair : Gateway.query(request).split("&")) {
            var sides = pair.split("=", 2);
            if (!pair.isEmpty()) {
                pairs.add(List.of(decoded(sides[0]), decoded(sides.length > 1 ? sides[1] : "")));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// Lets a controller's method ask for the page.
    @Singleton
    static final class Binder implements TypedRequestArgumentBinder<Query> {

        @Override
        public Argument<Query> argumentType() {
            return Argument.of(Query.class);
        }

        @Override
        public BindingResult<Query> bind(ArgumentConversionContext<Query> context, HttpRequest<?> request) {
            var query = of(request);
            return () -> Optional.of(query);
        }
    }

    /// Whoever does not ask for the page takes no parameters at all.
    @ServerFilter("/api/**")
    static final class Filter {

        @RequestFilter
        void refuseUnknown(HttpRequest<?> request) {
            if (request.getUserPrincipal().isPresent() && !asks(request)) {
                parameters(request, Set.of());
            }
        }

        private static boolean asks(HttpRequest<?> request) {
            return RouteAttributes.getRouteMatch(request)
                    .filter(MethodBasedRouteMatch.class::isInstance)
                    .map(route -> ((MethodBasedRouteMatch<?, ?>) route).getArguments())
                    .stream().flatMap(Stream::of)
                    .anyMatch(argument -> argument.getType() == Query.class);
        }
    }
}

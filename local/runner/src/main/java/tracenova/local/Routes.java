package tracenova.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the function of a request as the gateway does: the most specific route first, `$default` last.
final class Routes {

    private final List<Route> routes;

    /// The route that takes a request, and the variables of its path.
    record Match(Route route, Map<String, String> variables) {}

    Routes(List<Route> routes) {
        this.routes = routes.stream().sorted(Route.MOST_SPECIFIC_FIRST).toList();
    }

    static Routes of(Template template) {
        return new Routes(template.functions().stream()
                .flatMap(function -> function.routes().stream().map(route -> Route.of(route.key(), function.id())))
                .toList());
    }

    Optional<Match> match(String method, String path) {
        var segments = Route.split(path);
        return routes.stream()
                .flatMap(route -> route.match(method, segments).map(found -> new Match(route, found)).stream())
                .findFirst();
    }
}

package tracenova.local;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One route of the HTTP API: its key is `POST /apps/{app}`, `ANY /files/{path+}` or `$default`.
record Route(String key, String method, List<String> segments, String function) {

    private static final String DEFAULT = "$default";
    private static final String ANY = "ANY";

    /// Literal segments before variables before the rest of the path before `$default`; then the method
    /// itself before `ANY`.
    static final Comparator<Route> MOST_SPECIFIC_FIRST = Comparator.comparing(Route::rank);

    static Route of(String key, String function) {
        if (key.equals(DEFAULT)) {
            return new Route(key, ANY, List.of(), function);
        }
        var space = key.indexOf(' ');
        return new Route(key, key.substring(0, space), split(key.substring(space + 1)), function);
    }

    static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /// The path's variables, if this route takes the request.
    Optional<Map<String, String>> match(String method, List<String> path) {
        if (key.equals(DEFAULT)) {
            return Optional.of(Map.of());
        }
        var takes = this.method.equals(ANY) || this.method.equals(method);
        return takes ? variables(path) : Optional.empty();
    }

    private Optional<Map<String, String>> variables(List<String> path) {
        var variables = new LinkedHashMap<String, String>();
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (segment.endsWith("+}") && path.size() > i) {
                variables.put(name(segment, "+}"), String.join("/", path.subList(i, path.size())));
                return Optional.of(variables);
            }
            if (i >= path.size() || !isVariable(segment) && !segment.equals(path.get(i))) {
                return Optional.empty();
            }
            if (isVariable(segment)) {
                variables.put(name(segment, "}"), path.get(i));
            }
        }
        return path.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment, String end) {
        return segment.substring(1, segment.length() - end.length());
    }

    private String rank() {
        if (key.equals(DEFAULT)) {
            return "~";
        }
        var rank = new StringBuilder();
        segments.forEach(segment -> rank.append(!isVariable(segment) ? 'a' : segment.endsWith("+}") ? 'c' : 'b'));
        return rank.append(method.equals(ANY) ? " 2" : " 1").toString();
    }
}

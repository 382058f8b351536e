package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tracenova.event.Json;
import tracenova.testkit.Examples;

/// S24, S67: an answer is one that openapi.yaml describes, and has no field that it does not name.
final class Description {

    private static final Map<?, ?> API = read();

    private Description() {}

    static void check(Request request, Answer answer) {
        operation(request).ifPresent(operation -> {
            var what = request.method() + " " + request.path() + " " + answer;
            var response = response(operation, answer.status());
            assertThat(response).as(what).isPresent();
            var schema = at(resolved(response.get()), "content", answer.headers().get("content-type"), "schema");
            if (schema != null && !answer.body().isEmpty()) {
                check(what, schema, answer.json());
            }
        });
    }

    private static Optional<Object> operation(Request request) {
        var path = request.path().split("\\?")[0].replaceAll("/$", "");
        return ((Map<?, ?>) API.get("paths")).entrySet().stream()
                .filter(entry -> path.matches(((String) entry.getKey()).replaceAll("\\{[a-z_]+}", "[^/]+")))
                .map(entry -> (Object) ((Map<?, ?>) entry.getValue()).get(request.method().toLowerCase()))
                .filter(operation -> operation != null)
                .findFirst();
    }

    private static Optional<Object> response(Object operation, int status) {
        return Optional.ofNullable(at(operation, "responses", String.valueOf(status)))
                .or(() -> Optional.ofNullable(at(operation, "responses", status / 100 + "XX")));
    }

    private static void check(String what, Object reference, Json value) {
        var schema = resolved(reference);
        if (at(schema, "properties") instanceof Map<?, ?> properties) {
            assertThat(value.members()).as(what).extracting(Json.Member::name)
                    .isSubsetOf(properties.keySet().toArray(String[]::new));
            if (at(schema, "required") instanceof List<?> required) {
                assertThat(value.members()).as(what).extracting(Json.Member::name)
                        .contains(required.toArray(String[]::new));
            }
            value.members().forEach(member -> check(what, properties.get(member.name()), member.value()));
        } else if (at(schema, "items") != null) {
            value.elements().forEach(element -> check(what, at(schema, "items"), element));
        }
        if (at(schema, "enum") instanceof List<?> values) {
            assertThat(values.contains(value.string())).as(what).isTrue();
        }
        assertThat(isOf(at(schema, "type"), value)).as(what + ": " + value + " is no " + schema).isTrue();
    }

    private static boolean isOf(Object type, Json value) {
        return switch (value.kind()) {
            case OBJECT -> "object".equals(type);
            case ARRAY -> "array".equals(type);
            case STRING -> "string".equals(type);
            case NUMBER -> "number".equals(type) || "integer".equals(type) && !value.text().contains(".");
            case BOOLEAN -> "boolean".equals(type);
            case NULL -> false;
        };
    }

    private static Object resolved(Object value) {
        return at(value, "$ref") instanceof String reference
                ? resolved(at(API, reference.substring("#/".length()).split("/")))
                : value;
    }

    private static Object at(Object value, String... path) {
        for (var name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static Map<?, ?> read() {
        try {
            var text = Files.readString(Examples.root().resolve("openapi.yaml"));
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

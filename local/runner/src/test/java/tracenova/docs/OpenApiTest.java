package tracenova.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.event.EventType;
import tracenova.event.Field;
import tracenova.event.MixedDoor;
import tracenova.local.Section;
import tracenova.local.TemplateYaml;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// openapi.yaml says what there is: the template's routes, the controllers' methods, the fields of event types.
class OpenApiTest {

    private static final Path ROOT = Path.of(System.getProperty("tracenova.root"));
    private static final Map<String, Object> API = TemplateYaml.read(ROOT.resolve("openapi.yaml"));

    @Test
    void S67_everyRouteOfTheTemplateIsDescribedAndTheReverse() {
        var template = TemplateYaml.read(ROOT.resolve("template.yaml"));
        var routes = new TreeSet<String>();
        map(template, "Resources").values().forEach(resource -> map(map(resource, "Properties"), "Events").values()
                .forEach(event -> {
                    var path = (String) map(event, "Properties").getOrDefault("Path", "/");
                    if (!path.endsWith("/") && !path.endsWith("+}")) {
                        routes.add(path);
                    }
                }));

        assertThat(map(API, "paths").keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void S67_everyMethodOfAControllerIsDescribedAndTheReverse() {
        var tracking = Stream.concat(Stream.of(EventType.values()), Stream.of(MixedDoor.values()))
                .map(door -> "post " + door.path()).collect(Collectors.toSet());
        var described = described();
        described.removeAll(tracking);

        assertThat(described).isEqualTo(routed());
    }

    @Test
    void S67_aPathOfAnEventTypeIsDescribedByItsFields() {
        for (var type : EventType.values()) {
            if (!type.path().isEmpty()) {
                var name = camelCase(type.name());
                assertThat(map(API, "paths").get(type.path()).toString())
                        .contains("#/components/schemas/" + name + "}");
                assertThat(map(map(map(API, "components"), "schemas"), name)).as(name).isEqualTo(schema(type));
            }
        }
    }

    @Test
    void whatIsReferredToIsThere() {
        references(API).forEach(reference -> {
            Object at = API;
            for (var name : reference.substring(2).split("/")) {
                at = map(at).get(name);
                assertThat(at).as(reference).isNotNull();
            }
        });
    }

    private static Set<String> described() {
        var all = new TreeSet<String>();
        map(API, "paths")
                .forEach((path, methods) -> map(methods).keySet().forEach(method -> all.add(method + " " + path)));
        return all;
    }

    private static Set<String> routed() {
        var clock = new TestClock();
        try (var context = TestContext.start(TestContext.aws(clock), clock)) {
            return context.getBean(Router.class).uriRoutes()
                    .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                    .map(route -> route.getHttpMethodName().toLowerCase(Locale.ROOT) + " "
                            + route.getUriMatchTemplate().toPathString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, Object> schema(EventType type) {
        var properties = new LinkedHashMap<String, Object>();
        type.fields().stream().filter(field -> !field.isInPayload())
                .forEach(field -> properties.put(field.name(), schema(field)));
        var required = type.fields().stream().filter(Field::isRequired).map(Field::name).toList();
        var schema = new LinkedHashMap<String, Object>(Map.of(
                "allOf", List.of(Map.of("$ref", "#/components/schemas/Event")),
                "type", "object", "properties", properties));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> schema(Field field) {
        var schema = new LinkedHashMap<String, Object>();
        switch (field.kind()) {
            case TEXT, TEXT_ID -> schema.put("type", "string");
            case ID -> schema.put("type", List.of("string", "integer"));
            case NUMBER -> schema.put("type", "number");
            case INTEGER -> schema.put("type", "integer");
            case FLAG -> schema.put("type", "boolean");
            case OBJECT -> schema.put("type", "object");
            case ARRAY -> schema.put("type", "array");
            case ANY -> {}
            case TIME -> schema.putAll(Map.of("type", "string", "format", "date-time"));
            case DATE -> schema.putAll(Map.of("type", "string", "format", "date"));
        }
        if (!field.values().isEmpty()) {
            schema.put("enum", field.values());
        }
        if (Double.isFinite(field.min())) {
            schema.put("minimum", (int) field.min());
        }
        if (Double.isFinite(field.max())) {
            schema.put("maximum", (int) field.max());
        }
        return schema;
    }

    private static String camelCase(String name) {
        return Stream.of(name.split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Stream<String> references(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream().flatMap(entry -> entry.getKey().equals("$ref")
                    ? Stream.of((String) entry.getValue())
                    : references(entry.getValue()));
            case List<?> list -> list.stream().flatMap(OpenApiTest::references);
            default -> Stream.of();
        };
    }

    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : Section.map(value, "openapi.yaml");
    }

    private static Map<String, Object> map(Object value, String name) {
        return map(map(value).get(name));
    }
}

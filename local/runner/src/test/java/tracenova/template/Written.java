package tracenova.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tracenova.local.Section;
import tracenova.local.TemplateYaml;

/// template.yaml as a person wrote it, with `Globals` laid under each function.
final class Written {

    static final Path ROOT = Path.of(System.getProperty("tracenova.root"));
    static final Node TEMPLATE = new Node("template.yaml", TemplateYaml.read(ROOT.resolve("template.yaml")));

    private static final String FUNCTION = "AWS::Serverless::Function";

    private Written() {}

    record Resource(String id, Node whole) {

        String type() {
            return whole.at("Type").text();
        }

        Node at(String... path) {
            return whole.at("Properties").at(path);
        }

        List<Node> events(String type) {
            return at("Events").entries().values().stream().filter(event -> event.at("Type").text().equals(type))
                    .toList();
        }

        /// What its routes are: `ANY /api/v1/track`, or `$default`.
        List<String> routes() {
            return events("HttpApi").stream().map(event -> event.at("Properties"))
                    .map(event -> event.at("Path").isAbsent() ? "$default"
                            : event.at("Method").text() + " " + event.at("Path").text())
                    .toList();
        }
    }

    static List<Resource> resources() {
        return TEMPLATE.at("Resources").entries().entrySet().stream().map(Written::merged).toList();
    }

    static List<Resource> ofType(String type) {
        return resources().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    static Resource resource(String id) {
        return resources().stream().filter(resource -> resource.id().equals(id)).findFirst().orElseThrow();
    }

    static List<Resource> functions() {
        return ofType(FUNCTION);
    }

    static List<Resource> apiFunctions() {
        return functions().stream().filter(function -> !function.routes().isEmpty()).toList();
    }

    static List<Resource> tracking() {
        return apiFunctions().stream().filter(function -> function.at("Handler").text().contains(".tracking."))
                .filter(function -> !function.routes().contains("$default")).toList();
    }

    /// Those that a schedule, a queue or a person starts.
    static List<Resource> backgroundFunctions() {
        return functions().stream().filter(function -> function.routes().isEmpty()).toList();
    }

    static List<Resource> scheduled() {
        return functions().stream().filter(function -> !function.events("ScheduleV2").isEmpty()).toList();
    }

    static Stream<Node> schedules() {
        return scheduled().stream().flatMap(function -> function.events("ScheduleV2").stream())
                .map(event -> event.at("Properties"));
    }

    static String file(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource merged(Map.Entry<String, Node> entry) {
        var whole = entry.getValue();
        if (!whole.at("Type").text().equals(FUNCTION)) {
            return new Resource(entry.getKey(), whole);
        }
        var globals = Section.map(TEMPLATE.at("Globals", "Function").value(), "Globals");
        var own = Section.map(whole.value(), entry.getKey());
        var merged = Section.merge(Map.of("Properties", globals), own);
        return new Resource(entry.getKey(), new Node(whole.place(), merged));
    }
}

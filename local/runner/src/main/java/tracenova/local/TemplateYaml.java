package tracenova.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads the YAML of a template. The short forms of intrinsic functions become the long ones
/// (`!Ref Table` is `{Ref: Table}`); one that is not known stops the reading.
public final class TemplateYaml extends StandardConstructor {

    private TemplateYaml(LoadSettings settings) {
        super(settings);
        for (var name : Expressions.KNOWN) {
            tagConstructors.put(new Tag("!" + name.replace("Fn::", "")), node -> Map.of(name, argument(name, node)));
        }
    }

    public static Map<String, Object> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new TemplateException("cannot read " + file + ": " + e.getMessage());
        }
    }

    static Map<String, Object> parse(String yaml, String label) {
        var settings = LoadSettings.builder().setLabel(label).build();
        try {
            return Section.map(new Load(settings, new TemplateYaml(settings)).loadFromString(yaml), label);
        } catch (YamlEngineException e) {
            throw new TemplateException(label + ": " + e.getMessage());
        }
    }

    private Object argument(String name, Node node) {
        var value = switch (node) {
            case ScalarNode scalar -> constructScalar(scalar);
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new TemplateException(name + " of an unexpected form");
        };
        return name.equals("Fn::GetAtt") && value instanceof String dotted ? List.of(dotted.split("\\.", 2)) : value;
    }
}

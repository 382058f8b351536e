package tracenova.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Computes the intrinsic functions of a template. What a resource is called here is asked of its [Names].
final class Expressions {

    static final Set<String> KNOWN = Set.of("Ref", "Condition", "Fn::Sub", "Fn::GetAtt", "Fn::Join", "Fn::If",
            "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or");

    /// What `!Ref AWS::NoValue` is: as if the line were not there.
    static final Object NO_VALUE = new Object();
    private static final Pattern HOLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, Object> parameters;
    private final Map<String, Object> conditions;
    private final Set<String> resources;
    private final Names names;

    Expressions(Map<String, Object> template, Names names) {
        this.parameters = Section.map(template.getOrDefault("Parameters", Map.of()), "Parameters");
        this.conditions = Section.map(template.getOrDefault("Conditions", Map.of()), "Conditions");
        this.resources = Section.map(template.getOrDefault("Resources", Map.of()), "Resources").keySet();
        this.names = names;
    }

    /// The value with everything in it computed; what is `AWS::NoValue` is left out of its list or map.
    Object value(Object node) {
        return switch (node) {
            case Map<?, ?> map when isFunction(map) -> call(map);
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<Object, Object>();
                map.forEach((key, member) -> values.put(key, value(member)));
                values.values().removeIf(NO_VALUE::equals);
                yield values;
            }
            case List<?> list -> list.stream().map(this::value).filter(member -> member != NO_VALUE).toList();
            case null, default -> node;
        };
    }

    /// Whether a section with this `Condition` (null: none) is there at all.
    boolean holds(Object condition) {
        if (condition == null) {
            return true;
        }
        if (!conditions.containsKey(condition)) {
            throw new TemplateException("unknown condition " + condition);
        }
        return (boolean) value(conditions.get(condition));
    }

    /// The logical id that a `Ref` or `GetAtt` names.
    static String resource(Object node) {
        return switch (node) {
            case Map<?, ?> map when map.get("Ref") instanceof String id -> id;
            case Map<?, ?> map when map.get("Fn::GetAtt") instanceof List<?> path -> (String) path.getFirst();
            case null, default -> throw new TemplateException("a reference to a resource is expected, not " + node);
        };
    }

    private static boolean isFunction(Map<?, ?> map) {
        return map.size() == 1 && map.keySet().iterator().next() instanceof String key
                && (key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::"));
    }

    private Object call(Map<?, ?> map) {
        var name = (String) map.keySet().iterator().next();
        var argument = map.get(name);
        return switch (name) {
            case "Ref" -> ref((String) argument);
            case "Condition" -> holds(argument);
            case "Fn::GetAtt" -> attribute(list(argument));
            case "Fn::Sub" -> argument instanceof String text
                    ? sub(text, Map.of())
                    : sub((String) list(argument).getFirst(), Section.map(list(argument).get(1), name));
            case "Fn::Join" -> texts(list(argument).get(1)).stream()
                    .collect(Collectors.joining((String) list(argument).getFirst()));
            case "Fn::If" -> value(list(argument).get(holds(list(argument).getFirst()) ? 1 : 2));
            case "Fn::Equals" -> texts(argument).stream().distinct().count() == 1;
            case "Fn::Not" -> !(boolean) value(list(argument).getFirst());
            case "Fn::And" -> list(argument).stream().allMatch(member -> (boolean) value(member));
            case "Fn::Or" -> list(argument).stream().anyMatch(member -> (boolean) value(member));
            default -> throw new TemplateException("the intrinsic function " + name + " is not known here");
        };
    }

    private Object ref(String id) {
        if (id.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        if (parameters.containsKey(id)) {
            return Section.map(parameters.get(id), id).getOrDefault("Default", "");
        }
        return names.ref(present(id));
    }

    private String present(String id) {
        if (id.startsWith("AWS::") || resources.contains(id)) {
            return id;
        }
        throw new TemplateException("the template has no " + id);
    }

    private String attribute(List<?> path) {
        present((String) path.getFirst());
        return names.attribute((String) path.getFirst(), (String) path.get(1));
    }

    private String sub(String text, Map<String, Object> variables) {
        return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(fill(hole, variables)));
    }

    private String fill(MatchResult hole, Map<String, Object> variables) {
        var name = hole.group(2);
        if (!hole.group(1).isEmpty()) {
            return "${" + name + "}";
        }
        if (variables.containsKey(name)) {
            return String.valueOf(value(variables.get(name)));
        }
        return name.contains(".") ? attribute(List.of(name.split("\\.", 2))) : String.valueOf(ref(name));
    }

    private List<String> texts(Object node) {
        return list(value(node)).stream().map(String::valueOf).toList();
    }

    private static List<?> list(Object node) {
        if (node instanceof List<?> list) {
            return list;
        }
        throw new TemplateException("a list is expected, not " + node);
    }
}

package tracenova.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A map of the template with a place for messages; its values are computed when they are read.
public record Section(String place, Map<String, Object> values, Expressions expressions) {

    public static Map<String, Object> map(Object node, String place) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new TemplateException(place + ": a map is expected, not " + node);
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    /// `over` laid over `under`, map by map, as SAM lays a function over `Globals`.
    public static Map<String, Object> merge(Map<String, Object> under, Map<String, Object> over) {
        var merged = new LinkedHashMap<>(under);
        over.forEach((key, value) -> merged.merge(key, value,
                (below, above) -> below instanceof Map<?, ?> && above instanceof Map<?, ?>
                        ? merge(map(below, key), map(above, key))
                        : above));
        return merged;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /// All values as texts, computed.
    Map<String, Object> texts() {
        var texts = new LinkedHashMap<String, Object>();
        values.keySet().forEach(key -> find(key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /// What stands there, not computed.
    Object raw(String key) {
        if (!has(key)) {
            throw new TemplateException(place + " has no " + key);
        }
        return values.get(key);
    }

    Section section(String key) {
        var there = place + "." + key;
        return new Section(there, has(key) ? map(values.get(key), there) : Map.of(), expressions);
    }

    List<Section> sections(String key) {
        if (!(values.getOrDefault(key, List.of()) instanceof List<?> list)) {
            throw new TemplateException(place + "." + key + ": a list is expected");
        }
        return list.stream().map(member -> new Section(place + "." + key, map(member, place), expressions)).toList();
    }

    /// The computed value as text; empty if nothing stands there, or `AWS::NoValue`.
    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key))
                .map(expressions::value)
                .filter(value -> value != Expressions.NO_VALUE)
                .map(String::valueOf);
    }

    String text(String key) {
        return find(key).orElseThrow(() -> new TemplateException(place + " has no " + key));
    }

    String text(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    int number(String key, int otherwise) {
        try {
            return find(key).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new TemplateException(place + "." + key + " is not a number: " + text(key));
        }
    }
}

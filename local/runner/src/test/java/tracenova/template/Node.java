package tracenova.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// A place in template.yaml as it is written: intrinsic functions stand as they are, what is absent is null.
record Node(String place, Object value) {

    Node at(String... path) {
        var node = this;
        for (var name : path) {
            node = new Node(node.place + "." + name, node.value instanceof Map<?, ?> map ? map.get(name) : null);
        }
        return node;
    }

    boolean isAbsent() {
        return value == null;
    }

    String text() {
        return Objects.toString(value, "");
    }

    int number() {
        return value instanceof Number number ? number.intValue() : Integer.parseInt(text());
    }

    /// The members of a list; one value is a list of one.
    List<Node> list() {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(member -> new Node(place, member)).toList();
            default -> List.of(this);
        };
    }

    List<String> texts() {
        return list().stream().map(Node::text).toList();
    }

    Map<String, Node> entries() {
        var entries = new LinkedHashMap<String, Node>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> entries.put(key.toString(), at(key.toString())));
        }
        return entries;
    }

    /// `Table` for `!Ref Table`, `!GetAtt Table.Arn` and `!Ref Table.Alias`; `DataBucket/inbox/*` for a `!Sub`.
    String names() {
        if (!at("Ref").isAbsent()) {
            return at("Ref").text().replaceFirst("\\..*", "");
        }
        if (!at("Fn::GetAtt").isAbsent()) {
            return at("Fn::GetAtt").list().getFirst().text();
        }
        return at("Fn::Sub").isAbsent() ? text() : at("Fn::Sub").text().replaceAll("\\$\\{(\\w+)(\\.Arn)?}", "$1");
    }

    /// Both branches of an `!If`, else this.
    Stream<Node> branches() {
        var branches = at("Fn::If").list();
        return branches.isEmpty() ? Stream.of(this) : branches.stream().skip(1).flatMap(Node::branches);
    }

    /// This place and every one below it.
    Stream<Node> everything() {
        var below = value instanceof List<?> ? list().stream() : entries().values().stream();
        return Stream.of(Stream.of(this), below.flatMap(Node::everything)).flatMap(Function.identity());
    }
}

package tracenova.template;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that a policy allows: an action, on a resource, under a condition (empty: none).
record Grant(String action, String resource, String condition) {

    /// What a function may do by its own statements, without the policies that it refers to.
    static Stream<Grant> ownOf(Written.Resource function) {
        return function.at("Policies").list().stream().flatMap(policy -> of(policy.at("Statement")));
    }

    static Stream<Grant> ofPolicy(String id) {
        return of(Written.resource(id).at("PolicyDocument", "Statement"));
    }

    static Stream<Grant> allOf(Written.Resource function) {
        return Stream.concat(ownOf(function), referredBy(function).stream().flatMap(Grant::ofPolicy));
    }

    static List<String> referredBy(Written.Resource function) {
        return function.at("Policies").list().stream().filter(policy -> policy.at("Statement").isAbsent())
                .map(Node::names).toList();
    }

    static Stream<Grant> of(Node statements) {
        return statements.list().stream().flatMap(statement -> {
            if (!statement.at("Effect").text().equals("Allow")) {
                throw new AssertionError("only what is allowed is listed: " + statement);
            }
            return statement.at("Action").texts().stream().flatMap(action -> statement.at("Resource").list().stream()
                    .map(resource -> new Grant(action, resource.names(), conditionOf(statement.at("Condition")))));
        });
    }

    private static String conditionOf(Node condition) {
        return condition.entries().values().stream().flatMap(operator -> operator.entries().entrySet().stream())
                .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue().texts()))
                .collect(Collectors.joining(", "));
    }

    /// Whether IAM would let the call pass.
    boolean allows(Call call) {
        return action.equals(call.action()) && store().equals(call.store()) && isAtPlace(call.key());
    }

    private boolean isAtPlace(String key) {
        if (resource.contains("/")) {
            return isLike(key, resource.substring(resource.indexOf('/') + 1));
        }
        return condition.isEmpty() || Stream.of(condition.split(" ")).skip(1).anyMatch(pattern -> isLike(key, pattern));
    }

    private static boolean isLike(String text, String pattern) {
        return text
                .matches(pattern.chars().mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
                        .collect(Collectors.joining()));
    }

    /// `DataBucket` for `DataBucket/inbox/*`.
    String store() {
        return resource.replaceFirst("/.*", "");
    }

    @Override
    public String toString() {
        return (action + " " + resource + " " + condition).strip();
    }
}

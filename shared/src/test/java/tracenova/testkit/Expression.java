package tracenova.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tracenova.testkit.Condition.Both;
import tracenova.testkit.Condition.Either;
import tracenova.testkit.Condition.Not;
import tracenova.testkit.Condition.Operand;
import tracenova.testkit.Condition.Test;

/// A condition with all the names and placeholders it uses; parsed once per text.
record Expression(Condition condition, Set<String> words) {

    private static final Map<String, Expression> PARSED = new ConcurrentHashMap<>();

    static Expression parse(String text) {
        return PARSED.computeIfAbsent(text, t -> new Parser(t).parse());
    }

    /// Recursive descent over `or`, `and`, `not`, parentheses, comparisons and functions.
    private static final class Parser {

        private static final Pattern TOKEN =
                Pattern.compile("\\s*([#:]?[A-Za-z0-9_.\\-]+|<=|>=|<>|[=<>(),])\\s*");
        private static final Map<String, Integer> FUNCTIONS =
                Map.of("attribute_exists", 1, "attribute_not_exists", 1, "begins_with", 2, "contains", 2);

        private final String text;
        private final Deque<String> tokens;
        private final Set<String> words = new HashSet<>();

        Parser(String text) {
            this.text = text;
            var matcher = TOKEN.matcher(text);
            tokens = new ArrayDeque<>(matcher.results().map(found -> found.group(1)).toList());
            if (!TOKEN.matcher(text).replaceAll("").isEmpty()) throw broken();
        }

        Expression parse() {
            var condition = either();
            if (!tokens.isEmpty()) throw broken();
            return new Expression(condition, Set.copyOf(words));
        }

        private Condition either() {
            var left = both();
            while (skip("OR")) left = new Either(left, both());
            return left;
        }

        private Condition both() {
            var left = single();
            while (skip("AND")) left = new Both(left, single());
            return left;
        }

        private Condition single() {
            if (skip("NOT")) return new Not(single());
            if (skip("(")) {
                var inner = either();
                expect(")");
                return inner;
            }
            return FUNCTIONS.containsKey(tokens.peek()) ? function() : comparison();
        }

        private Condition function() {
            var name = tokens.pop();
            expect("(");
            var operands = new ArrayList<>(List.of(operand()));
            while (skip(",")) operands.add(operand());
            expect(")");
            if (operands.size() != FUNCTIONS.get(name)) throw broken();
            return new Test(name, List.copyOf(operands));
        }

        private Condition comparison() {
            var left = operand();
            if (skip("BETWEEN")) {
                var low = operand();
                expect("AND");
                return new Test("between", List.of(left, low, operand()));
            }
            var operator = next();
            if (!Set.of("=", "<>", "<", "<=", ">", ">=").contains(operator)) throw broken();
            return new Test(operator, List.of(left, operand()));
        }

        private Operand operand() {
            var word = next();
            if (!word.matches("[#:]?[A-Za-z0-9_\\-]+")) throw broken();
            words.add(word);
            return new Operand(word);
        }

        private String next() {
            if (tokens.isEmpty()) throw broken();
            return tokens.pop();
        }

        private boolean skip(String token) {
            boolean there = token.equalsIgnoreCase(tokens.peek());
            if (there) tokens.pop();
            return there;
        }

        private void expect(String token) {
            if (!skip(token)) throw broken();
        }

        private Refusal broken() {
            return new Refusal(400, "ValidationException",
                    "Invalid expression, or one the fake does not know: " + text);
        }
    }
}

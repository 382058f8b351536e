package tracenova.testkit;

import java.util.List;
import java.util.Map;

/// A parsed condition, filter or key condition. Placeholders are looked up when it is asked.
sealed interface Condition {

    /// `item` is empty where there is no item.
    boolean holds(Map<String, Object> item, Placeholders with);

    /// `#name`, an attribute's own name, or `:value`.
    record Operand(String text) {}

    record Placeholders(Map<String, Object> names, Map<String, Object> values) {

        String attribute(String name) {
            return name.startsWith("#") ? (String) names.get(name) : name;
        }

        Object value(Operand operand, Map<String, Object> item) {
            var text = operand.text();
            return text.startsWith(":") ? values.get(text) : item.get(attribute(text));
        }
    }

    record Either(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Map<String, Object> item, Placeholders with) {
            return left.holds(item, with) || right.holds(item, with);
        }
    }

    record Both(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Map<String, Object> item, Placeholders with) {
            return left.holds(item, with) && right.holds(item, with);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Map<String, Object> item, Placeholders with) {
            return !condition.holds(item, with);
        }
    }

    /// A comparison (`=`, `<` …), `between`, or a function by its name.
    record Test(String name, List<Operand> operands) implements Condition {

        @Override
        public boolean holds(Map<String, Object> item, Placeholders with) {
            var values = new Object[] {null, null, null};
            for (int i = 0; i < operands.size(); i++) values[i] = with.value(operands.get(i), item);
            return holds(values[0], values[1], values[2]);
        }

        private boolean holds(Object left, Object right, Object high) {
            return switch (name) {
                case "attribute_exists" -> left != null;
                case "attribute_not_exists" -> left == null;
                case "=" -> Attribute.equal(left, right);
                case "<>" -> !Attribute.equal(left, right);
                case "contains" -> Attribute.contains(left, right);
                default -> Attribute.comparable(left, right) && holdsInOrder(left, right, high);
            };
        }

        private boolean holdsInOrder(Object left, Object right, Object high) {
            int order = Attribute.compare(left, right);
            return switch (name) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "between" -> order >= 0 && Attribute.compare(left, high) <= 0;
                case "begins_with" -> Attribute.text(left).startsWith(Attribute.text(right));
                default -> throw new IllegalStateException(name);
            };
        }
    }
}

package tracenova.event;

import java.math.BigDecimal;

/// Whether one value is what its field takes; the answer is a violation or null.
final class FieldCheck {

    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    /// So many characters are no more than 18 digits and a sign: a long without asking further.
    private static final int SURELY_LONG = 18;

    private FieldCheck() {}

    /// `open` says whether a list that is open in CQMS bodies is so here.
    static Violation of(Field field, Json.Member member, boolean open) {
        var value = member.value();
        var name = member.name();
        return switch (field.kind()) {
            case TEXT -> value.is(Json.Kind.STRING) ? text(field, value, name, open) : wrongType(field, name);
            case ID -> id(field, value, name);
            case TEXT_ID -> value.is(Json.Kind.STRING) ? idText(value, name) : wrongType(field, name);
            case NUMBER -> value.is(Json.Kind.NUMBER) ? range(field, value, name) : wrongType(field, name);
            case INTEGER -> value.is(Json.Kind.NUMBER) ? integer(field, value, name) : wrongType(field, name);
            case FLAG -> value.is(Json.Kind.BOOLEAN) ? null : wrongType(field, name);
            case OBJECT -> value.is(Json.Kind.OBJECT) ? null : wrongType(field, name);
            case ARRAY -> value.is(Json.Kind.ARRAY) ? null : wrongType(field, name);
            case ANY -> null;
            case TIME -> isTime(value) ? null : time(field, name);
            case DATE -> isDate(value) ? null : time(field, name);
        };
    }

    private static Violation wrongType(Field field, String name) {
        return violation(Code.WRONG_TYPE, name, "expected " + field.kind().expected());
    }

    private static Violation text(Field field, Json value, String name, boolean open) {
        if (!field.values().isEmpty() && !open && !field.values().contains(value.string())) {
            return violation(Code.UNKNOWN_VALUE, name, "one of: " + String.join(", ", field.values()));
        }
        return field.isRequired() && !value.isPlainText() && !Visible.is(value.string())
                ? violation(Code.BLANK, name, "at least one visible character")
                : null;
    }

    private static Violation id(Field field, Json value, String name) {
        if (value.is(Json.Kind.STRING)) return idText(value, name);
        return value.is(Json.Kind.NUMBER) && isDigits(value.text()) ? null : wrongType(field, name);
    }

    private static boolean isDigits(String number) {
        for (int i = number.charAt(0) == '-' ? 1 : 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') return false;
        }
        return true;
    }

    private static Violation idText(Json value, String name) {
        return isId(value) ? null : violation(Code.INVALID_ID, name,
                "1 to " + Limits.ID_CHARACTERS + " characters, at least one visible, no control characters");
    }

    /// Whether a value may be an id, text or integer, so that keys can be built from it.
    static boolean isStorableId(Json value) {
        return switch (value.kind()) {
            case STRING -> isId(value);
            case NUMBER -> isDigits(value.text());
            case OBJECT, ARRAY, BOOLEAN, NULL -> false;
        };
    }

    private static boolean isId(Json value) {
        if (value.isPlainText() && value.length() <= Limits.ID_CHARACTERS + 2) return true;
        var id = value.string();
        if (id.length() > 2 * Limits.ID_CHARACTERS || value.hasLoneSurrogate()) return false;
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) return false;
        }
        return id.codePointCount(0, id.length()) <= Limits.ID_CHARACTERS && Visible.is(id);
    }

    private static Violation integer(Field field, Json value, String name) {
        if (value.length() <= SURELY_LONG && isDigits(value.text())) return range(field, value, name);
        var exact = value.decimal();
        if (exact.signum() == 0 ? !isZero(value.text()) : exact.stripTrailingZeros().scale() > 0) {
            return violation(Code.NOT_INTEGER, name, "expected " + field.kind().expected());
        }
        boolean tooLong = exact.compareTo(LEAST_LONG) < 0 || exact.compareTo(MOST_LONG) > 0;
        return tooLong ? outOfRange(field, name) : range(field, value, name);
    }

    /// Whether all digits before the exponent are zero: a number may also be too small for a double.
    private static boolean isZero(String number) {
        for (int i = 0; i < number.length() && (number.charAt(i) | 0x20) != 'e'; i++) {
            if (number.charAt(i) >= '1' && number.charAt(i) <= '9') return false;
        }
        return true;
    }

    private static Violation range(Field field, Json value, String name) {
        if (field.min() == Double.NEGATIVE_INFINITY && field.max() == Double.POSITIVE_INFINITY) return null;
        double number = value.number();
        return number < field.min() || number > field.max() ? outOfRange(field, name) : null;
    }

    static Violation outOfRange(Field field, String name) {
        return violation(Code.OUT_OF_RANGE, name, "expected " + field.range());
    }

    private static boolean isTime(Json value) {
        return value.is(Json.Kind.STRING) && Rfc3339.parse(value.string()).isPresent();
    }

    private static boolean isDate(Json value) {
        return value.is(Json.Kind.STRING) && Rfc3339.date(value.string()).isPresent();
    }

    private static Violation time(Field field, String name) {
        return violation(Code.INVALID_TIME, name, "expected " + field.kind().expected());
    }

    /// Names in the table need no escape in a pointer.
    private static Violation violation(Code code, String name, String detail) {
        return new Violation(code, "/" + name, detail);
    }
}

package tracenova.management;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tracenova.account.EmailAddress;
import tracenova.account.Passwords;
import tracenova.event.Code;
import tracenova.event.Json;
import tracenova.event.Visible;
import tracenova.ingest.Problem.EventError;
import tracenova.normalise.References;

/// What a field of a body must look like, and what it is read as; throws [Invalid].
@FunctionalInterface
interface Form<T> {

    T read(Json value);

    Set<String> RESERVED = Set.of("admin", "api", "new", "null", "undefined");

    /// Any string.
    static Form<String> string() {
        return value -> {
            if (!value.is(Json.Kind.STRING)) {
                throw new Invalid(Code.WRONG_TYPE, "expected a string");
            }
            return value.string();
        };
    }

    /// Text that people can see, of at most so many characters.
    static Form<String> text(int most) {
        return string().checked(Visible::is, Code.BLANK, "at least one visible character")
                .checked(text -> text.codePointCount(0, text.length()) <= most, Code.OUT_OF_RANGE,
                        "at most " + most + " characters");
    }

    static Form<String> oneOf(List<String> values) {
        return string().checked(values::contains, Code.UNKNOWN_VALUE, "one of: " + String.join(", ", values));
    }

    static Form<Boolean> flag() {
        return value -> {
            if (!value.is(Json.Kind.BOOLEAN)) {
                throw new Invalid(Code.WRONG_TYPE, "expected true or false");
            }
            return value.isTrue();
        };
    }

    static Form<ZoneId> timeZone() {
        return string().checked(References::isTimeZone, Code.UNKNOWN_VALUE, "a time zone such as Europe/Berlin")
                .as(ZoneId::of);
    }

    static Form<String> currency() {
        return string().checked(References::isCurrency, Code.UNKNOWN_VALUE, "a currency of ISO 4217 such as EUR");
    }

    static Form<EmailAddress> email() {
        return string().as(text -> EmailAddress.parse(text)
                .orElseThrow(() -> new Invalid(Code.UNKNOWN_VALUE, "an e-mail address")));
    }

    /// A password to be set; one to be compared is any string.
    static Form<String> password() {
        return string().as(text -> {
            Passwords.flaw(text).ifPresent(flaw -> {
                throw new Invalid(Code.OUT_OF_RANGE, flaw);
            });
            return text;
        });
    }

    /// Stands in addresses: `[a-z0-9-]`, not at its ends a hyphen.
    static Form<String> slug() {
        return string().checked(Form::isSlug, Code.UNKNOWN_VALUE,
                "1 to 64 of a-z, 0-9 and - between them, and no reserved word");
    }

    private static boolean isSlug(String text) {
        return !text.isEmpty() && text.length() <= 64 && !text.startsWith("-") && !text.endsWith("-")
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')
                && !RESERVED.contains(text);
    }

    /// The slug that a name suggests; empty if none.
    static String slugOf(String name) {
        var slug = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        var cut = slug.substring(0, Math.min(slug.length(), 64));
        var trimmed = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
        return isSlug(trimmed) ? trimmed : "";
    }

    static <T> Form<T> object(Function<Fields, T> reader) {
        return value -> Fields.read(value, reader);
    }

    static <T> Form<List<T>> list(int least, int most, Form<T> element) {
        return value -> {
            if (!value.is(Json.Kind.ARRAY)) {
                throw new Invalid(Code.WRONG_TYPE, "expected an array");
            }
            var elements = value.elements();
            if (elements.size() < least || elements.size() > most) {
                throw new Invalid(Code.OUT_OF_RANGE, least + " to " + most + " of them");
            }
            return readAll(elements, element);
        };
    }

    private static <T> List<T> readAll(List<Json> elements, Form<T> form) {
        var read = new ArrayList<T>();
        var errors = new ArrayList<EventError>();
        for (int i = 0; i < elements.size(); i++) {
            try {
                read.add(form.read(elements.get(i)));
            } catch (Invalid e) {
                errors.addAll(e.below(String.valueOf(i)));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return read;
    }

    default Form<T> checked(Function<T, Boolean> test, Code code, String detail) {
        return value -> {
            var read = read(value);
            if (!test.apply(read)) {
                throw new Invalid(code, detail);
            }
            return read;
        };
    }

    default <U> Form<U> as(Function<T, U> reader) {
        return value -> reader.apply(read(value));
    }
}

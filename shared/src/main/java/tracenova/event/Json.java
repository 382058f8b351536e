package tracenova.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One JSON value exactly as sent: a slice of a document that has been validated before. Parsed one level
/// at a time, when asked; numbers keep their digits and strings their escapes.
public final class Json {

    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /// One member of an object, its name decoded.
    public record Member(String name, Json value) {}

    private static final int TYPICAL_MEMBERS = 24;

    private final String document;
    private final int from;
    private final int to;
    private final Kind kind;
    private List<Member> members;

    private Json(String document, int from, int to) {
        this.document = document;
        this.from = from;
        this.to = to;
        this.kind = switch (document.charAt(from)) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case 't', 'f' -> Kind.BOOLEAN;
            case 'n' -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }

    /// The value of a valid JSON document.
    public static Json of(String document) {
        int start = JsonScan.skipSpace(document, 0);
        return new Json(document, start, JsonScan.end(document, start));
    }

    /// The JSON string of a text.
    public static Json ofText(String text) {
        return of(JsonScan.quote(text));
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind expected) {
        return kind == expected;
    }

    /// As sent, without the space around it.
    public String text() {
        return document.substring(from, to);
    }

    /// The members of an object in their order; none for any other kind.
    public List<Member> members() {
        if (members == null) members = kind == Kind.OBJECT ? parseMembers() : List.of();
        return members;
    }

    public Optional<Json> get(String name) {
        return Optional.ofNullable(find(name));
    }

    /// The member's value unless it is missing or `null`, which is the same.
    Json find(String name) {
        var all = members();
        for (int i = 0; i < all.size(); i++) {
            var member = all.get(i);
            if (member.name.equals(name)) return member.value.kind == Kind.NULL ? null : member.value;
        }
        return null;
    }

    /// The elements of an array; none for any other kind.
    public List<Json> elements() {
        if (kind != Kind.ARRAY) return List.of();
        var elements = new ArrayList<Json>();
        int at = JsonScan.skipSpace(document, from + 1);
        while (document.charAt(at) != ']') {
            var element = new Json(document, at, JsonScan.end(document, at));
            elements.add(element);
            at = afterComma(element.to);
        }
        return elements;
    }

    /// The text of a string, each lone surrogate replaced by U+FFFD.
    public String string() {
        return JsonScan.decode(document, from + 1, to - 1);
    }

    /// Whether a string is not empty, starts visibly and is written in printable ASCII without an escape: the
    /// usual case, of which nothing else need be asked.
    boolean isPlainText() {
        if (to - from < 3 || document.charAt(from + 1) == ' ') return false;
        for (int at = from + 1; at < to - 1; at++) {
            char c = document.charAt(at);
            if (c < ' ' || c > '~' || c == '\\') return false;
        }
        return true;
    }

    /// Whether a string or name in here, at any depth, has half a surrogate pair.
    boolean hasLoneSurrogate() {
        return JsonScan.hasLoneSurrogate(document, from, to);
    }

    /// The nearest double of a number; `-0` is 0.
    public double number() {
        return Double.parseDouble(text()) + 0.0;
    }

    /// The exact value of a number; what is too small for a double is 0, so that no exponent is a bomb.
    public BigDecimal decimal() {
        return number() == 0 ? BigDecimal.ZERO : new BigDecimal(text());
    }

    public boolean isTrue() {
        return kind == Kind.BOOLEAN && document.charAt(from) == 't';
    }

    /// The length of [#text], without making it.
    public int length() {
        return to - from;
    }

    private List<Member> parseMembers() {
        var parsed = new ArrayList<Member>(TYPICAL_MEMBERS);
        int at = JsonScan.skipSpace(document, from + 1);
        while (document.charAt(at) != '}') {
            int nameEnd = JsonScan.end(document, at);
            var name = JsonScan.decode(document, at + 1, nameEnd - 1);
            at = JsonScan.skipSpace(document, JsonScan.skipSpace(document, nameEnd) + 1);
            var value = new Json(document, at, JsonScan.end(document, at));
            parsed.add(new Member(name, value));
            at = afterComma(value.to);
        }
        return parsed;
    }

    private int afterComma(int end) {
        int at = JsonScan.skipSpace(document, end);
        return document.charAt(at) == ',' ? JsonScan.skipSpace(document, at + 1) : at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}

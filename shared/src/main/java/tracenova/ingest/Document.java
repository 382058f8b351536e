package tracenova.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracenova.event.Code;
import tracenova.event.Limits;

/// A body that is one strict JSON value (RFC 8259, within our limits), and where its parts stand in the text.
///
/// @param kind what the root is
/// @param members of the root, in order, if it is an object
/// @param events the elements of the root's `events`, if that is an array
public record Document(String text, JsonToken kind, List<Part> members, List<Part> events) {

    /// A piece of the text: a member of the root (with its name) or an element of `events` (without).
    public record Part(String name, int nameStart, JsonToken kind, int start, int end) {

        boolean isArray() {
            return kind == JsonToken.START_ARRAY;
        }

        boolean isNull() {
            return kind == JsonToken.VALUE_NULL;
        }
    }

    /// What reading a body can end in.
    public sealed interface Reading {}

    public record Read(Document document) implements Reading {}

    public record Malformed(Code code, String pointer, String detail) implements Reading {}

    // Our own limits are checked token by token, so Jackson's stand aside; names are not interned, because
    // hostile ones would fill its table.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 1)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    public boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    /// The member of the root with this name.
    Optional<Part> member(String name) {
        return members.stream().filter(member -> member.name.equals(name)).findFirst();
    }

    String textOf(Part part) {
        return text.substring(part.start, part.end);
    }

    /// Reads a body, or says what is wrong with it.
    public static Reading read(String text) {
        if (text.isBlank()) {
            return new Malformed(Code.EMPTY, "", "the body is empty");
        }
        try (var parser = FACTORY.createParser(text.toCharArray())) {
            return new Reader(text, parser).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader {

        private final String text;
        private final JsonParser parser;
        private final List<Part> members = new ArrayList<>();
        private final List<Part> events = new ArrayList<>();
        private int depth;
        private boolean inEvents;
        private String memberName;
        private int nameStart;
        private int memberStart;
        private JsonToken memberKind;
        private int eventStart;
        private JsonToken eventKind;
        private boolean rootDone;

        Reader(String text, JsonParser parser) {
            this.text = text;
            this.parser = parser;
        }

        Reading read() throws IOException {
            JsonToken root = null;
            try {
                for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (rootDone) {
                        return malformed(Code.TRAILING, "one JSON value and nothing after it");
                    }
                    root = root == null ? token : root;
                    var malformed = check(token);
                    if (malformed != null) {
                        return malformed;
                    }
                    follow(token);
                }
            } catch (JsonProcessingException e) {
                return failed(e);
            }
            return root == null || !rootDone
                    ? malformed(Code.SYNTAX, "not complete")
                    : new Read(new Document(text, root, members, events));
        }

        private Malformed check(JsonToken token) throws IOException {
            return switch (token) {
                case START_OBJECT, START_ARRAY -> ++depth > Limits.DEPTH ? tooDeep() : null;
                case END_OBJECT, END_ARRAY -> {
                    depth--;
                    yield null;
                }
                case FIELD_NAME -> isTooLong(parser.currentName())
                        ? new Malformed(Code.NAME_TOO_LONG, "", "a name has at most " + Limits.NAME_CHARACTERS
                                + " characters")
                        : null;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> isNumberOfOurs() ? null
                        : malformed(Code.NUMBER, "a number has at most " + Limits.NUMBER_CHARACTERS
                                + " characters and is finite");
                default -> null;
            };
        }

        private static boolean isTooLong(String name) {
            return name.length() > Limits.NAME_CHARACTERS
                    && name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS;
        }

        private boolean isNumberOfOurs() throws IOException {
            if (parser.getTextLength() > Limits.NUMBER_CHARACTERS) {
                return false;
            }
            // Without an exponent 100 characters cannot overflow.
            return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    || Double.isFinite(Double.parseDouble(parser.getText()));
        }

        /// Notes where members of the root and elements of `events` begin and end.
        private void follow(JsonToken token) throws IOException {
            var level = token.isStructStart() ? depth - 1 : depth;
            if (token == JsonToken.FIELD_NAME) {
                if (level == 1) {
                    memberName = parser.currentName();
                    nameStart = start();
                }
            } else if (level == 0) {
                end(token);
                rootDone = !token.isStructStart();
            } else if (level == 1 && memberName != null) {
                member(token);
            } else if (level == 2 && inEvents) {
                element(token);
            }
        }

        private void member(JsonToken token) throws IOException {
            if (!token.isStructEnd()) {
                memberStart = start();
                memberKind = token;
                inEvents = token == JsonToken.START_ARRAY && memberName.equals("events");
            }
            if (!token.isStructStart()) {
                members.add(new Part(memberName, nameStart, memberKind, memberStart, end(token)));
                inEvents = false;
            }
        }

        private void element(JsonToken token) throws IOException {
            if (!token.isStructEnd()) {
                eventStart = start();
                eventKind = token;
            }
            if (!token.isStructStart()) {
                events.add(new Part(null, eventStart, eventKind, eventStart, end(token)));
            }
        }

        private int start() {
            return (int) parser.currentTokenLocation().getCharOffset();
        }

        // The parser reads a string's characters only when asked, and only then knows where it ends.
        private int end(JsonToken token) throws IOException {
            if (token == JsonToken.VALUE_STRING) {
                parser.finishToken();
            }
            return (int) parser.currentLocation().getCharOffset();
        }

        private Malformed failed(JsonProcessingException e) {
            var message = e.getOriginalMessage();
            if (message.startsWith("Duplicate field")) {
                return malformed(Code.DUPLICATE_NAME, "a name stands twice in one object");
            }
            return rootDone
                    ? malformed(Code.TRAILING, "one JSON value and nothing after it")
                    : malformed(Code.SYNTAX, "not JSON at character " + e.getLocation().getCharOffset());
        }

        private Malformed tooDeep() {
            return new Malformed(Code.TOO_DEEP, "", "at most " + Limits.DEPTH + " levels");
        }

        private Malformed malformed(Code code, String detail) {
            var pointer = parser.getParsingContext().pathAsPointer().toString();
            return new Malformed(code, Shown.atMost(Shown.ECHO, pointer), detail);
        }
    }
}

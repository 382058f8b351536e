package tracenova.scrub;

/// Sensitive names inside text: `token=…` in URLs, forms and logs, `"password":"…"` in JSON (escaped or not),
/// `"password"=>"…"`, and header lines such as `Authorization: …`.
final class Pairs implements ValueRule {

    private static final int NAME = 64;

    @Override
    public int signs() {
        return Signs.LETTER | Signs.SEPARATOR;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = 1; i < text.length();) {
            int after = separatorEnd(text, i);
            i = after == i ? i + 1 : Math.max(after, findAt(text, i, after, scope, found));
        }
    }

    /// The end of `=`, `==`, `=>` or `:` here; `at` where none stands here.
    private static int separatorEnd(Text text, int at) {
        char c = text.charAt(at);
        if (c == ':') {
            return at + 1;
        }
        if (c == '=') {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            return next == '=' || next == '>' ? at + 2 : at + 1;
        }
        return at;
    }

    /// Masks the value of the separator at `at`, if its name asks for it; returns where to go on.
    private static int findAt(Text text, int at, int after, Scope scope, Spans found) {
        int nameEnd = backOverBlanks(text, at);
        boolean quoted = isQuotedName(text, nameEnd);
        boolean spaced = nameEnd < at;
        nameEnd = quoted ? backOverSlashes(text, nameEnd - 1) : nameEnd;
        int name = nameStart(text, nameEnd, quoted);
        boolean colon = text.charAt(at) == ':';
        if (name == nameEnd) {
            return after;
        }
        if (colon && !quoted) {
            return SensitiveNames.HEADERS.isOne(text, name, nameEnd) ? addLine(text, name, after, found) : after;
        }
        int value = overBlanks(text, after);
        boolean wide = after - at == 2;
        boolean marked = quoted || text.charAt(nameEnd - 1) == ']';
        if (wide && spaced && !marked && !isQuoted(text, value)) {
            return after;
        }
        if (!isSensitive(text, name, nameEnd, scope)) {
            return after;
        }
        return addValue(text, wide && !spaced && text.charAt(at + 1) == '=' ? at + 1 : value, colon, found);
    }

    /// Whether a name ends here that a quote opened and the same quote closes.
    private static boolean isQuotedName(Text text, int end) {
        if (end == 0 || !Chars.isQuote(text.charAt(end - 1))) {
            return false;
        }
        int open = nameStart(text, backOverSlashes(text, end - 1), true) - 1;
        return open >= 0 && text.charAt(open) == text.charAt(end - 1);
    }

    private static boolean isSensitive(Text text, int from, int to, Scope scope) {
        return scope.names().matches(text, from, to) || SensitiveNames.HEADERS.isOne(text, from, to);
    }

    /// The rest of the line, or up to the quote that opened before the name.
    private static int addLine(Text text, int name, int from, Spans found) {
        char quote = name > 0 && Chars.isQuote(text.charAt(name - 1)) ? text.charAt(name - 1) : '\n';
        int value = overBlanks(text, from);
        int end = value;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r'
                && text.charAt(end) != quote) {
            end++;
        }
        return add(text, value, end, found);
    }

    private static int addValue(Text text, int from, boolean colon, Spans found) {
        if (isQuoted(text, from)) {
            int quote = overSlashes(text, from);
            return add(text, quote + 1, quotedEnd(text, quote, quote - from), found);
        }
        int end = from < text.length() && "{[".indexOf(text.charAt(from)) >= 0 ? bracketEnd(text, from) : from;
        while (end < text.length() && !endsValue(text.charAt(end), colon)) {
            end++;
        }
        return isLiteral(text.part(from, end)) ? end : add(text, from, end, found);
    }

    private static int add(Text text, int from, int to, Spans found) {
        boolean done = to - from == Scrubber.MASKED.length() && Chars.startsWith(text, Scrubber.MASKED, from);
        if (to > from && !done) {
            found.add(from, to);
        }
        return to;
    }

    private static boolean endsValue(char c, boolean colon) {
        return c <= ' ' || c == '&' || c == '"' || c == '\'' || c == '\\'
                || colon && (c == ',' || c == '}' || c == ']');
    }

    /// The closing quote of a string whose quotes have `slashes` backslashes; the end of the text without one.
    private static int quotedEnd(Text text, int open, int slashes) {
        int run = 0;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == text.charAt(open) && run <= slashes) {
                return i - run;
            }
            run = c == '\\' ? run + 1 : 0;
        }
        return text.length();
    }

    private static int bracketEnd(Text text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            int quote = overSlashes(text, i);
            int slashes = quote - i;
            i = quote;
            char c = quote < text.length() ? text.charAt(quote) : 0;
            if (c == '"') {
                i = quotedEnd(text, quote, slashes) + slashes;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /// What tells nothing: a question mark is what a query has instead of its data.
    private static boolean isLiteral(Text value) {
        return switch (value.toString()) {
            case "?", "?,", "?;", "?)", "?),", "?);" -> true;
            case "true", "false", "null", "undefined", "None", "nil" -> true;
            default -> false;
        };
    }

    private static int nameStart(Text text, int end, boolean quoted) {
        int start = end;
        while (start > 0 && end - start < NAME && isName(text.charAt(start - 1), quoted)) {
            start--;
        }
        boolean escape = !quoted && start > 0 && start < end && text.charAt(start - 1) == '\\'
                && "nrt".indexOf(text.charAt(start)) >= 0;
        return escape ? start + 1 : start;
    }

    private static boolean isName(char c, boolean quoted) {
        return Chars.isWord(c) || "-_.[]$".indexOf(c) >= 0 || quoted && c == ' ';
    }

    private static boolean isQuoted(Text text, int at) {
        int quote = overSlashes(text, at);
        return quote < text.length() && Chars.isQuote(text.charAt(quote));
    }

    private static int overSlashes(Text text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == '\\') {
            i++;
        }
        return i;
    }

    private static int overBlanks(Text text, int at) {
        int i = at;
        while (i < text.length() && Chars.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int backOverBlanks(Text text, int at) {
        int i = at;
        while (i > 0 && at - i < NAME && Chars.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static int backOverSlashes(Text text, int at) {
        int i = at;
        while (i > 0 && at - i < NAME && text.charAt(i - 1) == '\\') {
            i--;
        }
        return i;
    }
}

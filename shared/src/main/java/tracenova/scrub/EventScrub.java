package tracenova.scrub;

import tracenova.event.UserAgents;
import tracenova.scrub.Scrubber.Masking;
import tracenova.scrub.ValueRule.Scope;

/// One pass over the text of one event: finds names and values, asks the rules, splices in what they change.
final class EventScrub {

    private static final String QUOTED_MASK = '"' + Scrubber.MASKED + '"';

    private final Scrubber scrubber;
    private final String json;
    private final char[] chars;
    private final ScrubContext context;
    private final boolean security;
    private final boolean database;
    private final boolean errors;
    private final Scope family;

    private StringBuilder out;
    private int copied;
    private int depth;
    private boolean masked;
    private boolean failed;
    private boolean repaired;

    /// The name whose value comes next.
    private Text name = Text.of("");
    private boolean afterMaskedIdentifier;

    EventScrub(Scrubber scrubber, String json, String type, boolean errors, ScrubContext context) {
        this.scrubber = scrubber;
        this.json = json;
        this.chars = json.toCharArray();
        this.context = context;
        this.errors = errors;
        this.security = type.equals("security_event");
        this.database = type.equals("db_error");
        this.family = new Scope(context.names(), context.sender(), errors, errors);
    }

    Scrubbed run() {
        for (int i = 0; i < chars.length;) {
            char c = chars[i];
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i = c == '"' ? string(i) : i + 1;
        }
        var text = out == null ? json : out.append(json, copied, json.length()).toString();
        return new Scrubbed(text, masked, failed, repaired);
    }

    /// Reads a name or a value from its opening quote; returns where to go on.
    private int string(int open) {
        int signs = 0;
        int digits = 0;
        boolean escaped = false;
        int i = open + 1;
        for (char c = chars[i]; c != '"'; c = chars[++i]) {
            if (c == '\\') {
                escaped = true;
                i++;
            } else {
                int sign = Signs.of(c);
                signs |= sign;
                digits += sign & Signs.DIGIT;
            }
        }
        var text = new Text(chars, open + 1, i);
        if (escaped) {
            text = Text.of(JsonText.decode(json, open + 1, i));
            signs = Signs.of(text);
        } else {
            signs |= Signs.ofCounts(i - open - 1, digits);
        }
        int next = overBlanks(i + 1);
        if (next < chars.length && chars[next] == ':') {
            return name(open + 1, i, text, signs, overBlanks(next + 1));
        }
        value(open + 1, i, text, signs);
        return i + 1;
    }

    /// Different names stay different: no object may get the same name twice.
    private int name(int from, int to, Text sent, int signs, int value) {
        name = sent;
        boolean hashExpected = afterMaskedIdentifier;
        afterMaskedIdentifier = false;
        var text = repaired(sent, signs);
        var masking = note(scrubber.mask(text, signs, scope(signs)));
        boolean forged = security && depth == 1 && !hashExpected && isName("user_identifier_hash");
        if (masking.changed() || forged) {
            replace(from, to, context.pseudonym(sent.toString()));
        } else if (text != sent) {
            replace(from, to, JsonText.encode(text.toString()));
        }
        return !ScrubContext.isPseudonym(name) && Scrubber.isSensitive(name, context.names()) ? maskValue(value)
                : value;
    }

    /// Masks whatever stands under a sensitive name, objects and lists whole; `true`, `false`, `null` tell nothing.
    private int maskValue(int from) {
        char c = chars[from];
        if (c == 't' || c == 'f' || c == 'n') {
            return from;
        }
        int end = c == '"' ? stringEnd(from) : c == '{' || c == '[' ? bracketEnd(from) : numberEnd(from);
        boolean nothing = c == '"' && (end - from == 2 || isDone(from, end));
        if (!nothing) {
            masked = true;
            replace(from, end, QUOTED_MASK);
        }
        return end;
    }

    private boolean isDone(int from, int end) {
        var text = json.substring(from + 1, end - 1);
        return text.equals(Scrubber.MASKED) || text.equals(Scrubber.REMOVED);
    }

    private void value(int from, int to, Text sent, int signs) {
        var text = repaired(sent, signs);
        if (depth == 1 && security && isName("user_identifier")) {
            identifier(from, to, text.toString());
        } else if (depth == 1 && database && isName("query")) {
            query(from, to, sent.toString(), text.toString());
        } else if (depth == 1 && isName("user_agent")) {
            plainValue(from, to, sent, agent(text), signs);
        } else if ((signs & Signs.ADDRESS) != 0 && isAddress(text)) {
            replace(from, to, context.addressHash().apply(text.toString()));
        } else {
            plainValue(from, to, sent, text, signs);
        }
    }

    private void plainValue(int from, int to, Text sent, Text text, int signs) {
        if (text == sent && !scrubber.asks(signs)) {
            return;
        }
        boolean id = depth == 1 && TopLevelIds.contains(name);
        var masking = note(scrubber.mask(text, signs, id ? context.ids() : scope(signs)));
        if (masking.changed()) {
            replace(from, to, id ? context.pseudonym(text.toString()) : JsonText.encode(masking.text()));
        } else if (text != sent) {
            replace(from, to, JsonText.encode(text.toString()));
        }
    }

    private static Text agent(Text sent) {
        var agent = sent.toString();
        var kept = UserAgents.kept(agent);
        return kept.equals(agent) ? sent : Text.of(kept);
    }

    private void identifier(int from, int to, String text) {
        var shown = Identifiers.shown(text);
        afterMaskedIdentifier = shown.equals(text);
        if (!afterMaskedIdentifier) {
            var hash = "\",\"user_identifier_hash\":\"" + context.hash(text);
            replace(from, to, JsonText.encode(shown) + hash);
        }
    }

    /// Without secrets, then without literals, until neither finds any more: what is masked moves the quotes.
    private void query(int from, int to, String sent, String text) {
        var query = text;
        for (int round = 0; round < Scrubber.ROUNDS; round++) {
            var whole = Text.of(query);
            var masking = note(scrubber.mask(whole, Signs.of(whole), family));
            var next = withoutLiterals(masking.changed() ? masking.text() : query);
            if (next.equals(query)) {
                if (!query.equals(sent)) {
                    replace(from, to, JsonText.encode(query));
                }
                return;
            }
            query = next;
        }
        masked = true;
        replace(from, to, Scrubber.MASKED);
    }

    private String withoutLiterals(String query) {
        try {
            return SqlText.withoutLiterals(query);
        } catch (RuntimeException e) {
            return note(Masking.FAILED).text();
        }
    }

    private Masking note(Masking masking) {
        masked |= masking.masked();
        failed |= masking.failed();
        return masking;
    }

    private Text repaired(Text sent, int signs) {
        if ((signs & Signs.SURROGATE) == 0) {
            return sent;
        }
        var text = sent.toString();
        var whole = JsonText.repair(text);
        repaired |= whole != text;
        return whole != text ? Text.of(whole) : sent;
    }

    private boolean isAddress(Text text) {
        return SensitiveNames.ADDRESSES.isOne(name, 0, name.length()) && !IpAddress.parse(text).isNone();
    }

    private Scope scope(int signs) {
        boolean version = errors && (signs & Signs.ADDRESS) != 0 && isVersion();
        return version ? new Scope(context.names(), context.sender(), true, false) : family;
    }

    private boolean isVersion() {
        return SensitiveNames.VERSIONS.matches(name, 0, name.length());
    }

    private boolean isName(String wanted) {
        return name.length() == wanted.length() && Chars.startsWith(name, wanted, 0);
    }

    private void replace(int from, int to, String text) {
        out = out == null ? new StringBuilder(json.length() + text.length()) : out;
        out.append(json, copied, from).append(text);
        copied = to;
    }

    private int overBlanks(int at) {
        int i = at;
        while (i < chars.length && chars[i] <= ' ') {
            i++;
        }
        return i;
    }

    private int stringEnd(int open) {
        int i = open + 1;
        while (chars[i] != '"') {
            i += chars[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int bracketEnd(int open) {
        int inside = 0;
        int i = open;
        do {
            char c = chars[i];
            inside += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i = c == '"' ? stringEnd(i) : i + 1;
        } while (inside > 0);
        return i;
    }

    private int numberEnd(int from) {
        int i = from;
        while (i < chars.length && ",]} \n\r\t".indexOf(chars[i]) < 0) {
            i++;
        }
        return i;
    }
}

package tracenova.scrub;

import java.util.List;
import tracenova.scrub.ValueRule.Scope;

/// Masks secrets and personal data before anything is stored (features.md §10.7). Pure, linear, and
/// `scrub(scrub(x)) = scrub(x)`. Where nothing matches, the very same text comes back.
public final class Scrubber {

    static final String MASKED = "[masked]";
    static final String REMOVED = "[removed]";

    static final List<ValueRule> RULES = List.of(
            new OwnKeys(), new JsonWebTokens(), new PrivateKeys(), new AwsKeys(), new UrlPasswords(), new Pairs(),
            new CardNumbers(), new Ibans(), new Addresses(), new Emails());

    /// A text in which masking keeps making new matches is masked whole after so many rounds.
    static final int ROUNDS = 4;

    private static final int ENCODINGS = 3;

    private final ValueRule[] rules;

    public Scrubber() {
        this(RULES);
    }

    Scrubber(List<ValueRule> rules) {
        this.rules = rules.toArray(ValueRule[]::new);
    }

    /// Scrubs one event: a JSON object in strict RFC 8259. `errors`: it belongs to the error family, where
    /// e-mail and IP addresses are masked too.
    public Scrubbed scrub(String event, String type, boolean errors, ScrubContext context) {
        return new EventScrub(this, event, type, errors, context).run();
    }

    /// An id as it may be stored: itself, or a stand-in where it looks like a secret. The same for every sender
    /// and every family, so that keys can be built from it and a person stays one person.
    public String scrubId(String id, ScrubContext context) {
        var text = Text.of(id);
        return mask(text, Signs.of(text), context.ids()).changed() ? context.pseudonym(id) : id;
    }

    static boolean isSensitive(Text name, SensitiveNames names) {
        return names.matches(name, 0, name.length()) || SensitiveNames.HEADERS.isOne(name, 0, name.length());
    }

    /// What became of one text; `text` says something only if it changed.
    record Masking(String text, boolean masked, boolean failed) {

        static final Masking NONE = new Masking("", false, false);
        static final Masking FAILED = new Masking(REMOVED, false, true);

        boolean changed() {
            return masked || failed;
        }
    }

    /// A rule that throws costs the value, never the event, and never lets it through (F31).
    Masking mask(Text text, int signs, Scope scope) {
        try {
            return asks(signs) ? untilNothingMatches(text, signs, scope) : Masking.NONE;
        } catch (RuntimeException e) {
            return Masking.FAILED;
        }
    }

    private Masking untilNothingMatches(Text sent, int sentSigns, Scope scope) {
        var text = sent;
        int signs = sentSigns;
        for (int round = 0; round < ROUNDS; round++) {
            var found = find(text, signs, scope, ENCODINGS);
            if (found.isEmpty()) {
                return round == 0 ? Masking.NONE : new Masking(text.toString(), true, false);
            }
            text = Text.of(found.replaceIn(text.toString(), MASKED));
            signs = Signs.of(text);
        }
        return new Masking(MASKED, true, false);
    }

    /// Whether any rule would look at a text that shows these signs.
    boolean asks(int signs) {
        if ((signs & Signs.ENCODED) != 0) {
            return true;
        }
        for (var rule : rules) {
            if ((rule.signs() & ~signs) == 0) {
                return true;
            }
        }
        return false;
    }

    /// In the text as it is and as it reads decoded: an address inside an address is encoded more than once.
    private Spans find(Text text, int signs, Scope scope, int encodings) {
        var found = new Spans();
        for (var rule : rules) {
            if ((rule.signs() & ~signs) == 0) {
                rule.find(text, scope, found);
            }
        }
        if (encodings > 0 && (signs & Signs.ENCODED) != 0) {
            Decoded.of(text).ifPresent(decoded -> decoded.addTo(found,
                    find(decoded.text(), Signs.of(decoded.text()), scope, encodings - 1)));
        }
        return found;
    }
}

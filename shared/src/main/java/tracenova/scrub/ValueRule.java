package tracenova.scrub;

/// Finds one kind of secret anywhere in a text, in time linear in its length.
///
/// `signs` are what a text must show ([Signs]) before the rule is asked at all: most texts show nothing.
interface ValueRule {

    int signs();

    void find(Text text, Scope scope, Spans found);

    /// What may be masked in this text: the sender's address always, e-mail and other addresses in errors only.
    record Scope(SensitiveNames names, IpAddress sender, boolean emails, boolean addresses) {}
}

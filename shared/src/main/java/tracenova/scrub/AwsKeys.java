package tracenova.scrub;

/// AWS access keys, long-term and temporary: `AKIA…`, `ASIA…`.
final class AwsKeys implements ValueRule {

    private static final int LENGTH = 20;

    @Override
    public int signs() {
        return Signs.CAPITAL_A | Signs.LONG;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            if (text.charAt(i) == 'A' && isPrefix(text, i) && isKey(text, i)) {
                found.add(i, i + LENGTH);
            }
        }
    }

    private static boolean isPrefix(Text text, int at) {
        return Chars.startsWith(text, "AKIA", at) || Chars.startsWith(text, "ASIA", at)
                || Chars.startsWith(text, "ABIA", at) || Chars.startsWith(text, "ACCA", at);
    }

    private static boolean isKey(Text text, int at) {
        for (int i = at; i < at + LENGTH; i++) {
            if (!Chars.isUpper(text.charAt(i)) && !Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return Chars.noWordBefore(text, at) && Chars.noWordAt(text, at + LENGTH);
    }
}

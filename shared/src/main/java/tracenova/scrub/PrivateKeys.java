package tracenova.scrub;

/// Private keys in PEM form; without an end line, everything after the first line.
final class PrivateKeys implements ValueRule {

    private static final int LABEL = 40;

    @Override
    public int signs() {
        return Signs.DASH | Signs.CAPITAL_G | Signs.LONG;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = Chars.indexOf(text, "-----BEGIN", 0); i >= 0;) {
            int label = Chars.indexOf(text.part(i, Math.min(text.length(), i + LABEL)), "PRIVATE KEY", 0);
            int end = i + 1;
            if (label >= 0) {
                end = end(text, i);
                found.add(i, end);
            }
            i = Chars.indexOf(text, "-----BEGIN", end);
        }
    }

    private static int end(Text text, int from) {
        int end = Chars.indexOf(text, "-----END", from);
        int dashes = end < 0 ? -1 : Chars.indexOf(text, "-----", end + 8);
        return dashes < 0 ? text.length() : dashes + 5;
    }
}

package tracenova.scrub;

/// JWTs, signed, unsigned, encrypted or cut short: `eyJ….….…`.
final class JsonWebTokens implements ValueRule {

    private static final int HEADER = 12;

    @Override
    public int signs() {
        return Signs.DOT | Signs.CAPITAL_J | Signs.LONG;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = Chars.indexOf(text, "eyJ", 0); i >= 0; i = Chars.indexOf(text, "eyJ", i)) {
            int end = i;
            int header = -1;
            while (end < text.length() && isToken(text.charAt(end))) {
                if (text.charAt(end) == '.' && header < 0) {
                    header = end;
                }
                end++;
            }
            if (Chars.noWordBefore(text, i) && header >= i + HEADER && end > header + 1) {
                found.add(i, end);
            }
            i = end;
        }
    }

    private static boolean isToken(char c) {
        return c == '.' || c == '-' || c == '_' || c < 128 && Chars.isWord(c);
    }
}

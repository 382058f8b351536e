package tracenova.scrub;

/// Our API keys: `tn_<env>_<id>_<secret>_<checksum>`.
final class OwnKeys implements ValueRule {

    private static final int SECRET = 20;

    @Override
    public int signs() {
        return Signs.UNDERSCORE | Signs.LETTER | Signs.LONG;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = Chars.indexOf(text, "tn_", 0); i >= 0; i = Chars.indexOf(text, "tn_", i)) {
            int end = i;
            int part = i;
            int parts = 0;
            boolean secret = false;
            while (end < text.length() && isKey(text.charAt(end))) {
                if (text.charAt(end++) == '_') {
                    parts++;
                    secret |= end - part > SECRET;
                    part = end;
                }
            }
            if (Chars.noWordBefore(text, i) && parts >= 3 && (secret || end - part >= SECRET)) {
                found.add(i, end);
            }
            i = Math.max(end, i + 3);
        }
    }

    private static boolean isKey(char c) {
        return c == '_' || c < 128 && Chars.isWord(c);
    }
}

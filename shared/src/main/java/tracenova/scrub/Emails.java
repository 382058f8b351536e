package tracenova.scrub;

/// E-mail addresses, in events of the error family. `handler@main.js:12` in a stack trace is none.
final class Emails implements ValueRule {

    private static final int LOCAL = 64;
    private static final int DOMAIN = 253;

    @Override
    public int signs() {
        return Signs.AT | Signs.LETTER;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        if (!scope.emails()) {
            return;
        }
        for (int i = 1; i < text.length(); i++) {
            int width = text.charAt(i) == '@' ? 1 : Chars.startsWith(text, "%40", i) ? 3 : 0;
            if (width > 0) {
                int from = localStart(text, i);
                int to = domainEnd(text, i + width);
                if (from < i && to > 0) {
                    found.add(from, to);
                }
            }
        }
    }

    private static int localStart(Text text, int at) {
        int from = at;
        while (from > 0 && at - from < LOCAL && isLocal(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// The end of a domain with a dot and a last label of letters, or -1.
    private static int domainEnd(Text text, int from) {
        int end = from;
        while (end < text.length() && end - from < DOMAIN && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > from && !Chars.isWord(text.charAt(end - 1))) {
            end--;
        }
        int label = end;
        while (label > from && Chars.isWord(text.charAt(label - 1)) && !Chars.isDigit(text.charAt(label - 1))) {
            label--;
        }
        boolean named = end - label >= 2 && label > from + 1 && text.charAt(label - 1) == '.';
        return named && !isSourceLine(text, label, end) ? end : -1;
    }

    private static boolean isSourceLine(Text text, int label, int end) {
        boolean line = end + 1 < text.length() && text.charAt(end) == ':' && Chars.isDigit(text.charAt(end + 1));
        return line && switch (text.part(label, end).toString()) {
            case "js", "jsx", "mjs", "cjs", "ts", "tsx", "vue", "php", "html", "bundle", "jsbundle" -> true;
            default -> false;
        };
    }

    private static boolean isLocal(char c) {
        return Chars.isWord(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static boolean isDomain(char c) {
        return Chars.isWord(c) || c == '.' || c == '-';
    }
}

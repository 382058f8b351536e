package tracenova.scrub;

/// `user:password@` in URLs, also where the password holds an unescaped slash.
final class UrlPasswords implements ValueRule {

    private static final int LONGEST = 256;

    @Override
    public int signs() {
        return Signs.LETTER | Signs.SEPARATOR | Signs.AT | Signs.SLASH;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = Chars.indexOf(text, "://", 0); i >= 0; i = Chars.indexOf(text, "://", i + 3)) {
            int from = i + 3;
            int at = lastAt(text, from);
            if (at > from && isUserAndPassword(text, from, at)) {
                found.add(from, at);
            }
        }
    }

    /// The last `@` before something that no authority holds; a slash ends it unless a password may hold it.
    private static int lastAt(Text text, int from) {
        int at = -1;
        int colon = -1;
        boolean port = true;
        for (int i = from; i < text.length() && i < from + LONGEST; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\') {
                break;
            }
            if ((c == '/' || c == '?' || c == '#') && (at >= 0 || colon < 0 || port)) {
                break;
            }
            if (c == '@') {
                at = i;
            } else if (c == ':' && colon < 0) {
                colon = i;
            } else if (colon >= 0) {
                port &= Chars.isDigit(c);
            }
        }
        return at;
    }

    private static boolean isUserAndPassword(Text text, int from, int at) {
        var user = text.part(from, at);
        int colon = Chars.indexOf(user, ":", 0);
        return colon >= 0 && colon + 1 < user.length() && user.charAt(0) != '[';
    }
}

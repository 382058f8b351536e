package tracenova.scrub;

/// What a single look at each character tells about a text: reason enough to ask a rule, or not.
final class Signs {

    static final int DIGIT = 1;
    static final int SEPARATOR = 1 << 1;
    static final int ADDRESS = 1 << 2;
    static final int AT = 1 << 3;
    static final int SLASH = 1 << 4;
    static final int UNDERSCORE = 1 << 5;
    static final int DASH = 1 << 6;
    static final int DOT = 1 << 7;
    static final int CAPITAL_A = 1 << 8;
    static final int CAPITAL_G = 1 << 9;
    static final int CAPITAL_J = 1 << 10;

    /// Any letter but those in a time: most texts that are no words are times.
    static final int LETTER = 1 << 11;
    static final int SURROGATE = 1 << 12;
    static final int LONG = 1 << 13;
    static final int DIGITS_OF_ACCOUNT = 1 << 14;
    static final int DIGITS_OF_CARD = 1 << 15;

    /// What a URL or a form writes instead of other characters.
    static final int ENCODED = 1 << 16;

    private static final int SHORTEST_KEY = 20;
    private static final int FEWEST_OF_ACCOUNT = 8;
    private static final int FEWEST_OF_CARD = 12;
    private static final int[] OF = new int[128];

    static {
        for (char c = 'A'; c <= 'Z'; c++) {
            OF[c] = c == 'T' || c == 'Z' ? 0 : LETTER;
            OF[c + 'a' - 'A'] = LETTER;
        }
        for (char c = '0'; c <= '9'; c++) {
            OF[c] = DIGIT;
        }
        OF['='] = SEPARATOR;
        OF[':'] = SEPARATOR | ADDRESS;
        OF['%'] = SEPARATOR | ADDRESS | AT | ENCODED;
        OF['+'] = LETTER | ENCODED;
        OF['@'] = AT;
        OF['/'] = SLASH;
        OF['_'] = UNDERSCORE;
        OF['-'] = DASH;
        OF['.'] = DOT | ADDRESS;
        OF['A'] |= CAPITAL_A;
        OF['G'] |= CAPITAL_G;
        OF['J'] |= CAPITAL_J;
    }

    private Signs() {}

    static int of(char c) {
        return c < 128 ? OF[c] : Character.isSurrogate(c) ? SURROGATE | LETTER : LETTER;
    }

    /// What follows from how long a text is and how many digits it has.
    static int ofCounts(int length, int digits) {
        return (length >= SHORTEST_KEY ? LONG : 0)
                | (digits >= FEWEST_OF_ACCOUNT ? DIGITS_OF_ACCOUNT : 0)
                | (digits >= FEWEST_OF_CARD ? DIGITS_OF_CARD : 0);
    }

    static int of(Text text) {
        int signs = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            int sign = of(text.charAt(i));
            signs |= sign;
            digits += sign & DIGIT;
        }
        return signs | ofCounts(text.length(), digits);
    }
}

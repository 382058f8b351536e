package tracenova.scrub;

/// What a single look at each character tells about a text: reason enough to ask a rule, or not.
final class Signs {

    static final int SEPARATOR = 1;
    static final int ADDRESS = 1 << 1;
    static final int AT = 1 << 2;
    static final int SLASH = 1 << 3;
    static final int UNDERSCORE = 1 << 4;
    static final int DASH = 1 << 5;
    static final int DOT = 1 << 6;
    static final int CAPITAL_A = 1 << 7;
    static final int DIGIT = 1 << 8;
    static final int SURROGATE = 1 << 9;
    static final int LONG = 1 << 10;
    static final int LONGER = 1 << 11;

    private static final int SHORTEST_NUMBER = 12;
    private static final int SHORTEST_KEY = 20;
    private static final int[] OF = new int[128];

    static {
        OF['='] = SEPARATOR;
        OF[':'] = SEPARATOR | ADDRESS;
        OF['%'] = SEPARATOR | ADDRESS | AT;
        OF['@'] = AT;
        OF['/'] = SLASH;
        OF['_'] = UNDERSCORE;
        OF['-'] = DASH;
        OF['.'] = DOT | ADDRESS;
        OF['A'] = CAPITAL_A;
        for (char c = '0'; c <= '9'; c++) {
            OF[c] = DIGIT;
        }
    }

    private Signs() {}

    static int of(char c) {
        return c < 128 ? OF[c] : Character.isSurrogate(c) ? SURROGATE : 0;
    }

    static int ofLength(int length) {
        return length >= SHORTEST_KEY ? LONG | LONGER : length >= SHORTEST_NUMBER ? LONG : 0;
    }

    static int of(Text text) {
        int signs = ofLength(text.length());
        for (int i = 0; i < text.length(); i++) {
            signs |= of(text.charAt(i));
        }
        return signs;
    }
}

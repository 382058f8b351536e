package tracenova.scrub;

/// Payment card numbers: plain, spaced or dashed, of a known issuer's prefix and length, and with a right check
/// digit. Order numbers, times and UUIDs are none.
final class CardNumbers implements ValueRule {

    private static final int[][] GROUPS = {{4, 4, 4, 4, 3}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}};
    private static final int LONGEST = 19;

    @Override
    public int signs() {
        return Signs.DIGITS_OF_CARD;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = 0; i < text.length(); i++) {
            if (Chars.isDigit(text.charAt(i))) {
                int end = startsNumber(text, i) ? cardEnd(text, i) : -1;
                if (end > 0) {
                    found.add(i, end);
                }
                i = Math.max(end, digitsEnd(text, i)) - 1;
            }
        }
    }

    private static int cardEnd(Text text, int from) {
        int end = digitsEnd(text, from);
        if (end - from > 4) {
            return isCard(text, from, end) ? end : -1;
        }
        for (int[] shape : GROUPS) {
            end = shapeEnd(text, from, shape);
            if (end > 0 && isCard(text, from, end)) {
                return end;
            }
        }
        return -1;
    }

    private static int shapeEnd(Text text, int from, int[] shape) {
        char separator = from + 4 < text.length() ? text.charAt(from + 4) : 0;
        if (separator != ' ' && separator != '-' && separator != '\u00a0') {
            return -1;
        }
        int at = from;
        for (int group : shape) {
            if (at > from) {
                if (at >= text.length() || text.charAt(at) != separator) {
                    return -1;
                }
                at++;
            }
            if (digitsEnd(text, at, group + 1) != at + group) {
                return -1;
            }
            at += group;
        }
        return at;
    }

    private static boolean isCard(Text text, int from, int to) {
        if (to - from > LONGEST + GROUPS[0].length || !endsNumber(text, to)) {
            return false;
        }
        int length = 0;
        int prefix = 0;
        for (int i = from; i < to; i++) {
            if (Chars.isDigit(text.charAt(i))) {
                prefix = length < 4 ? prefix * 10 + text.charAt(i) - '0' : prefix;
                length++;
            }
        }
        return isIssued(length, prefix) && hasCheckDigit(text, from, to);
    }

    /// `prefix` is the first four digits.
    private static boolean isIssued(int length, int prefix) {
        int two = prefix / 100;
        return switch (length) {
            case 14 -> between(prefix, 3000, 3059) || prefix == 3095 || two == 36 || two == 38 || two == 39;
            case 15 -> two == 34 || two == 37 || isMaestro(prefix);
            case 16 -> isLong(prefix) || between(two, 51, 55) || between(prefix, 2200, 2204)
                    || between(prefix, 2221, 2720) || two == 36 || isMaestro(prefix);
            case 17, 18 -> isLong(prefix) && two / 10 != 4 || isMaestro(prefix);
            case 19 -> isLong(prefix) || isMaestro(prefix);
            case 13 -> two / 10 == 4 || isMaestro(prefix);
            case 12 -> isMaestro(prefix);
            default -> false;
        };
    }

    /// Issuers of 16 to 19 digits: Visa, Discover, JCB, UnionPay.
    private static boolean isLong(int prefix) {
        int two = prefix / 100;
        return two / 10 == 4 || prefix == 6011 || between(prefix / 10, 644, 649) || two == 65
                || between(prefix, 3528, 3589) || two == 62 || two == 81;
    }

    private static boolean isMaestro(int prefix) {
        return switch (prefix) {
            case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
            default -> false;
        };
    }

    private static boolean hasCheckDigit(Text text, int from, int to) {
        int sum = 0;
        boolean twice = false;
        for (int i = to - 1; i >= from; i--) {
            if (Chars.isDigit(text.charAt(i))) {
                int digit = (text.charAt(i) - '0') * (twice ? 2 : 1);
                sum += digit > 9 ? digit - 9 : digit;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    private static boolean between(int value, int from, int to) {
        return value >= from && value <= to;
    }

    /// Not in the middle of a word, and not the fraction of a decimal.
    private static boolean startsNumber(Text text, int at) {
        boolean fraction = at > 1 && text.charAt(at - 1) == '.' && Chars.isDigit(text.charAt(at - 2));
        return Chars.noWordBefore(text, at) && !fraction;
    }

    private static boolean endsNumber(Text text, int at) {
        boolean fraction = at + 1 < text.length() && text.charAt(at) == '.' && Chars.isDigit(text.charAt(at + 1));
        return Chars.noWordAt(text, at) && !fraction;
    }

    private static int digitsEnd(Text text, int from) {
        return digitsEnd(text, from, text.length());
    }

    private static int digitsEnd(Text text, int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && Chars.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}

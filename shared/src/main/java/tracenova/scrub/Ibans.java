package tracenova.scrub;

/// Bank account numbers (ISO 13616), plain or in groups of four: a country, its length, and the check of mod 97.
final class Ibans implements ValueRule {

    private static final String LENGTHS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27"
            + "DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30"
            + "KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29"
            + "RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    @Override
    public int signs() {
        return Signs.DIGITS_OF_ACCOUNT | Signs.LETTER;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        for (int i = 0; i + 15 <= text.length(); i++) {
            if (Chars.isDigit(text.charAt(i + 2)) && Chars.isDigit(text.charAt(i + 3))) {
                int length = Chars.noWordBefore(text, i) ? length(text, i) : 0;
                int end = length == 0 ? -1 : end(text, i, length);
                if (end > 0) {
                    found.add(i, end);
                    i = end - 1;
                }
            }
        }
    }

    private static int length(Text text, int at) {
        char first = upper(text.charAt(at));
        char second = upper(text.charAt(at + 1));
        for (int i = 0; i < LENGTHS.length() && Chars.isUpper(first) && Chars.isUpper(second); i += 4) {
            if (LENGTHS.charAt(i) == first && LENGTHS.charAt(i + 1) == second) {
                return Integer.parseInt(LENGTHS, i + 2, i + 4, 10);
            }
        }
        return 0;
    }

    /// The end of a right number of this length that starts here, or -1.
    private static int end(Text text, int from, int length) {
        int[] digits = new int[length];
        int count = 0;
        int at = from;
        while (count < length && at < text.length()) {
            char c = upper(text.charAt(at++));
            boolean separator = (c == ' ' || c == '-') && count % 4 == 0;
            if (separator) {
                continue;
            }
            if (!Chars.isDigit(c) && !Chars.isUpper(c) || at - from > length * 2) {
                return -1;
            }
            digits[count++] = Character.digit(c, 36);
        }
        return count == length && Chars.noWordAt(text, at) && isRight(digits) ? at : -1;
    }

    private static boolean isRight(int[] digits) {
        int rest = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[(i + 4) % digits.length];
            rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return rest == 1;
    }

    private static char upper(char c) {
        return Chars.isLower(c) ? (char) (c - 32) : c;
    }
}

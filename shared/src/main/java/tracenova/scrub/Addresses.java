package tracenova.scrub;

/// The sender's own IP address in any spelling; in events of the error family every IP address, versions aside.
final class Addresses implements ValueRule {

    private static final int LONGEST = 46;

    @Override
    public int signs() {
        return Signs.ADDRESS;
    }

    @Override
    public void find(Text text, Scope scope, Spans found) {
        if (scope.sender().isNone() && !scope.addresses()) {
            return;
        }
        for (int i = 0, done = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || (c == ':' || c == '%') && colon(text, i) > 0) {
                done = findIn(text, start(text, i, done), scope, found);
                i = done - 1;
            }
        }
    }

    /// Where the run of what addresses are made of starts whose first dot or colon is at `at`.
    private static int start(Text text, int at, int notBefore) {
        int start = at;
        while (start > notBefore && at - start < LONGEST && Chars.isHex(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// Looks at one run of what addresses are made of, and returns its end.
    private static int findIn(Text text, int from, Scope scope, Spans found) {
        int end = from;
        int colons = 0;
        int dots = 0;
        boolean gap = false;
        boolean afterColon = false;
        while (end < text.length()) {
            int colon = colon(text, end);
            if (colon == 0 && !isPart(text.charAt(end))) {
                break;
            }
            gap |= afterColon && colon > 0;
            afterColon = colon > 0;
            colons += colon > 0 ? 1 : 0;
            dots += text.charAt(end) == '.' ? 1 : 0;
            end += Math.max(1, colon);
        }
        boolean hit = (gap || colons >= 6) && colons <= 9 && findV6(text, from, end, scope, found);
        if (!hit && dots >= 3) {
            findV4(text, from, end, scope, found);
        }
        return end;
    }

    private static boolean findV6(Text text, int from, int end, Scope scope, Spans found) {
        int start = from;
        if (colon(text, from) > 0 && colon(text, from + colon(text, from)) == 0) {
            start += colon(text, from);
        } else if (!Chars.noWordBefore(text, from)) {
            return false;
        }
        var plain = new StringBuilder(LONGEST);
        int last = start;
        int stop = start;
        while (stop < end && plain.length() <= LONGEST) {
            last = stop;
            int colon = colon(text, stop);
            plain.append(colon > 0 ? ':' : text.charAt(stop));
            stop += Math.max(1, colon);
        }
        int length = plain.length();
        if (length > 1 && !Chars.isHex(plain.charAt(length - 1)) && plain.charAt(length - 2) != ':') {
            plain.setLength(length - 1);
            stop = last;
        }
        var address = Chars.noWordAt(text, stop) ? IpAddress.parse(plain.toString()) : IpAddress.NONE;
        boolean hit = !address.isNone()
                && (address.equals(scope.sender()) || scope.addresses() && isTypical(plain.toString()));
        if (hit) {
            found.add(start, stop);
        }
        return hit;
    }

    /// `2001:db8::7` and the like; `Abc::Dead` is a name in a program.
    private static boolean isTypical(String address) {
        int digits = 0;
        int colons = 0;
        for (int i = 0; i < address.length(); i++) {
            digits += Chars.isDigit(address.charAt(i)) ? 1 : 0;
            colons += address.charAt(i) == ':' ? 1 : 0;
        }
        return digits > 1 && colons > 2;
    }

    private static void findV4(Text text, int from, int end, Scope scope, Spans found) {
        for (int i = from; i < end; i++) {
            if (Chars.isDigit(text.charAt(i)) && startsV4(text, i)) {
                int stop = v4End(text, i, end);
                var address = stop < 0 ? IpAddress.NONE : IpAddress.parse(text.part(i, stop));
                boolean own = address.equals(scope.sender());
                if (!address.isNone() && (own || scope.addresses() && isStranger(text, i, stop, address))) {
                    found.add(i, stop);
                    i = stop - 1;
                }
            }
        }
    }

    private static boolean startsV4(Text text, int at) {
        boolean digit = at > 0 && Chars.isDigit(text.charAt(at - 1));
        boolean fraction = at > 1 && text.charAt(at - 1) == '.' && Chars.isDigit(text.charAt(at - 2));
        return !digit && !fraction;
    }

    private static int v4End(Text text, int from, int end) {
        int at = from;
        int dots = 0;
        while (at < end && at - from < 16 && (Chars.isDigit(text.charAt(at)) || text.charAt(at) == '.' && dots < 3)) {
            dots += text.charAt(at) == '.' ? 1 : 0;
            at++;
        }
        boolean more = at + 1 < text.length() && text.charAt(at) == '.' && Chars.isDigit(text.charAt(at + 1));
        return dots == 3 && !more ? at : -1;
    }

    private static boolean isStranger(Text text, int from, int to, IpAddress address) {
        boolean file = to + 1 < text.length() && text.charAt(to) == '.' && Chars.isWord(text.charAt(to + 1));
        return Chars.noWordBefore(text, from) && Chars.noWordAt(text, to) && !file
                && !address.isNetwork() && !followsVersion(text, from);
    }

    private static boolean followsVersion(Text text, int from) {
        int end = from;
        while (end > 0 && from - end < 4 && " :=/\"'-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 64
                && (Chars.isWord(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            start--;
        }
        return end < from && SensitiveNames.VERSIONS.matches(text, start, end);
    }

    private static boolean isPart(char c) {
        return Chars.isHex(c) || c == '.';
    }

    /// The width of a colon here, plain or percent-encoded, or 0.
    private static int colon(Text text, int at) {
        if (at < text.length() && text.charAt(at) == ':') {
            return 1;
        }
        return Chars.startsWith(text, "%3A", at) || Chars.startsWith(text, "%3a", at) ? 3 : 0;
    }
}

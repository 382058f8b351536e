package tracenova.scrub;

/// An IP address by value, so that every spelling of it is the same. IPv4 is kept as its IPv6-mapped form.
public record IpAddress(long high, long low) {

    public static final IpAddress NONE = new IpAddress(0, 0);

    private static final int LONGEST = 45;
    private static final long MAPPED = 0xffffL << 32;
    private static final int GROUPS = 8;

    /// Reads `203.0.113.7`, `2001:DB8::7`, `[2001:db8:0:0:0:0:0:7]`, `::ffff:203.0.113.7`, `fe80::1%eth0`.
    /// Any other text is [#NONE].
    public static IpAddress parse(String text) {
        return parse(Text.of(text));
    }

    static IpAddress parse(Text text) {
        int from = 0;
        int to = text.length();
        if (to > 1 && text.charAt(0) == '[' && text.charAt(to - 1) == ']') {
            from++;
            to--;
        }
        int zone = Chars.indexOf(text, "%", from);
        to = zone < 0 ? to : zone;
        if (to - from < 2 || to - from > LONGEST) {
            return NONE;
        }
        var address = text.part(from, to);
        return Chars.indexOf(address, ":", 0) < 0 ? parseV4(address, 0) : parseV6(address);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether it names a network or nothing (`0.0.0.0`, `120.0.0.0`): nobody's address, but a common version.
    boolean isNetwork() {
        return high == 0 && (low & 0xffffff) == 0;
    }

    private static IpAddress parseV4(Text text, int from) {
        long address = 0;
        int at = from;
        for (int part = 0; part < 4; part++) {
            int start = at;
            int number = 0;
            while (at < text.length() && Chars.isDigit(text.charAt(at)) && at - start < 3) {
                number = number * 10 + text.charAt(at++) - '0';
            }
            boolean last = part == 3;
            if (at == start || number > 255 || (last ? at != text.length() : !isDot(text, at))) {
                return NONE;
            }
            at += last ? 0 : 1;
            address = address << 8 | number;
        }
        return new IpAddress(0, MAPPED | address);
    }

    private static boolean isDot(Text text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }

    private static IpAddress parseV6(Text text) {
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (Chars.startsWith(text, "::", 0)) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            if (count == GROUPS) {
                return NONE;
            }
            int end = at;
            while (end < text.length() && Chars.isHex(text.charAt(end))) {
                end++;
            }
            if (isDot(text, end)) {
                var tail = parseV4(text, at);
                if (tail.isNone() || count > GROUPS - 2) {
                    return NONE;
                }
                groups[count++] = (int) (tail.low >>> 16) & 0xffff;
                groups[count++] = (int) tail.low & 0xffff;
                break;
            }
            if (end == at || end - at > 4) {
                return NONE;
            }
            groups[count++] = Integer.parseInt(text.part(at, end).toString(), 16);
            at = end;
            if (at == text.length()) {
                break;
            }
            if (Chars.startsWith(text, "::", at) && gap < 0) {
                gap = count;
                at += 2;
            } else if (text.charAt(at) == ':' && at + 1 < text.length() && text.charAt(at + 1) != ':') {
                at++;
            } else {
                return NONE;
            }
        }
        return gap < 0 && count < GROUPS || gap >= 0 && count == GROUPS ? NONE : of(groups, count, gap);
    }

    private static IpAddress of(int[] groups, int count, int gap) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS; i++) {
            int from = gap < 0 || i < gap ? i : i - (GROUPS - count);
            int group = gap >= 0 && i >= gap && i < gap + GROUPS - count ? 0 : groups[from];
            if (i < GROUPS / 2) {
                high = high << 16 | group;
            } else {
                low = low << 16 | group;
            }
        }
        return new IpAddress(high, low);
    }
}

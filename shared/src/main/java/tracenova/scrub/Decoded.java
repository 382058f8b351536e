package tracenova.scrub;

import java.util.Optional;

/// A text as it reads without its URL encoding, and where in the original each of its characters begins.
///
/// @param starts one more than characters: the last is where the original ends
record Decoded(Text text, int[] starts) {

    /// Empty where nothing is encoded. Bytes beyond ASCII become single characters: no rule looks at them.
    static Optional<Decoded> of(Text encoded) {
        var chars = new char[encoded.length()];
        var starts = new int[encoded.length() + 1];
        int length = 0;
        boolean changed = false;
        for (int i = 0; i < encoded.length(); length++) {
            char c = encoded.charAt(i);
            int octet = c == '%' ? octet(encoded, i) : -1;
            starts[length] = i;
            chars[length] = octet >= 0 ? (char) octet : c == '+' ? ' ' : c;
            changed |= chars[length] != c;
            i += octet >= 0 ? 3 : 1;
        }
        starts[length] = encoded.length();
        return changed ? Optional.of(new Decoded(new Text(chars, 0, length), starts)) : Optional.empty();
    }

    /// What these places are in the original.
    void addTo(Spans found, Spans inText) {
        inText.forEach((from, to) -> found.add(starts[from], starts[to]));
    }

    private static int octet(Text text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}

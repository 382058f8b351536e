package tracenova.scrub;

/// A part of an event's characters, looked at in place.
class Text {

    private final char[] chars;
    private final int from;
    private final int length;

    Text(char[] chars, int from, int to) {
        this.chars = chars;
        this.from = from;
        this.length = to - from;
    }

    static Text of(String text) {
        return new Text(text.toCharArray(), 0, text.length());
    }

    char charAt(int at) {
        return chars[from + at];
    }

    final int length() {
        return length;
    }

    Text part(int start, int end) {
        return new Text(chars, from + start, from + end);
    }

    @Override
    public String toString() {
        return new String(chars, from, length);
    }
}

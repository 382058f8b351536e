package tracenova.event;

/// What people can see of a text.
public final class Visible {

    private Visible() {}

    /// At least one character that is not white space, control or format.
    public static boolean is(String text) {
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            if (c > ' ' && c < 127 || c > 127 && isVisible(c)) return true;
            at += Character.charCount(c);
        }
        return false;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

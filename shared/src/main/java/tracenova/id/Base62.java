package tracenova.id;

/// Numbers as `[0-9A-Za-z]` text of fixed width.
public final class Base62 {

    static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /// The lowest `width` digits of a number that is not negative.
    public static String of(long number, int width) {
        var text = new char[width];
        for (int i = width - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (number % 62));
            number /= 62;
        }
        return new String(text);
    }
}

package tracenova.app;

/// The id of an app, made by us: `[a-z0-9-]`, so it may stand in keys and object names as it is.
public record AppId(String value) implements Comparable<AppId> {

    private static final int LONGEST = 64;

    public AppId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an app id: " + value);
        }
    }

    /// Whether the text could be an app's id.
    public static boolean isOne(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(AppId::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }

    @Override
    public int compareTo(AppId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

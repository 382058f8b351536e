package tracenova.lake;

import java.util.Locale;

/// What a partition holds, and for how many days.
public enum LakeClass {
    ACTIVITY(90),
    ERRORS(365),
    RECEIPTS(90);

    private final int days;

    LakeClass(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /// Reads the word of [#toString].
    public static LakeClass parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// Its word in names, rows and SQL: `activity`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

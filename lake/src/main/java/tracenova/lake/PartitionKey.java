package tracenova.lake;

import java.util.Comparator;
import tracenova.table.Hour;

/// Which partition of an app: rows by the hour they happened in, receipts by the hour they were received in.
public record PartitionKey(LakeClass in, Hour hour) implements Comparable<PartitionKey> {

    private static final Comparator<PartitionKey> ORDER =
            Comparator.comparing(PartitionKey::in).thenComparing(PartitionKey::hour);

    /// Reads the text of [#toString].
    public static PartitionKey parse(String text) {
        var slash = text.indexOf('/');
        return new PartitionKey(LakeClass.parse(text.substring(0, slash)), Hour.parse(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(PartitionKey other) {
        return ORDER.compare(this, other);
    }

    /// `activity/2026-01-31T12`.
    @Override
    public String toString() {
        return in + "/" + hour;
    }
}

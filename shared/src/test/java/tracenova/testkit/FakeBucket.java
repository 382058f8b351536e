package tracenova.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The objects of one bucket, by key, and how they are listed.
final class FakeBucket {

    final String name;
    final NavigableMap<String, StoredObject> objects = new TreeMap<>(Utf8Order.COMPARATOR);
    String cors = "";

    FakeBucket(String name) {
        this.name = name;
    }

    FakeBucket copy() {
        var copy = new FakeBucket(name);
        copy.objects.putAll(objects);
        copy.cors = cors;
        return copy;
    }

    /// One page: keys and common prefixes in order, `next` empty on the last one.
    record Page(List<String> keys, List<String> prefixes, String next) {}

    /// Lists behind `after`, a key or a common prefix of an earlier page.
    Page list(String prefix, String delimiter, String after, int limit) {
        var keys = new ArrayList<String>();
        var prefixes = new ArrayList<String>();
        var last = "";
        for (var key : objects.tailMap(prefix, true).keySet()) {
            if (!key.startsWith(prefix)) break;
            var group = group(key, prefix, delimiter);
            var entry = group.isEmpty() ? key : group;
            if (Utf8Order.COMPARATOR.compare(entry, after) <= 0 || entry.equals(last)) continue;
            if (keys.size() + prefixes.size() == limit) return new Page(keys, prefixes, last);
            (group.isEmpty() ? keys : prefixes).add(entry);
            last = entry;
        }
        return new Page(keys, prefixes, "");
    }

    private static String group(String key, String prefix, String delimiter) {
        int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return at < 0 ? "" : key.substring(0, at + delimiter.length());
    }
}

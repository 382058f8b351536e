package tracenova.scrub;

import java.util.Arrays;

/// The places in a text that must be masked, as the rules found them: any order, overlaps allowed.
final class Spans {

    private long[] spans = new long[4];
    private int size;

    void add(int from, int to) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size++] = (long) from << 32 | to;
    }

    interface Place {
        void at(int from, int to);
    }

    void forEach(Place place) {
        for (int i = 0; i < size; i++) {
            place.at(from(i), to(i));
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The text with every place replaced; places that overlap or touch become one.
    String replaceIn(String text, String word) {
        Arrays.sort(spans, 0, size);
        var out = new StringBuilder(text.length());
        int done = 0;
        for (int i = 0; i < size;) {
            int from = from(i);
            int to = to(i++);
            while (i < size && from(i) <= to) {
                to = Math.max(to, to(i++));
            }
            out.append(text, done, from).append(word);
            done = to;
        }
        return out.append(text, done, text.length()).toString();
    }

    private int from(int i) {
        return (int) (spans[i] >>> 32);
    }

    private int to(int i) {
        return (int) spans[i];
    }
}

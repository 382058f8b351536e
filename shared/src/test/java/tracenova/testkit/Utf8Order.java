package tracenova.testkit;

import java.util.Comparator;

/// Strings by their UTF-8 bytes, as DynamoDB and S3 sort keys; `String.compareTo` sorts surrogates too low.
final class Utf8Order {

    static final Comparator<String> COMPARATOR = Utf8Order::compare;

    private Utf8Order() {}

    private static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            boolean surrogate = Character.isSurrogate(l);
            if (surrogate != Character.isSurrogate(r)) return surrogate ? 1 : -1;
            if (l != r) return l - r;
        }
        return left.length() - right.length();
    }
}

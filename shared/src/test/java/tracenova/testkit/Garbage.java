package tracenova.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Answers that something on the way has spoilt.
public final class Garbage {

    private static final String S3_CRC32 = "x-amz-checksum-crc32";
    private static final String PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private Garbage() {}

    public static WireReply html() {
        return new WireReply(502, Map.of("Content-Type", "text/html"), PAGE.getBytes(StandardCharsets.UTF_8));
    }

    public static boolean hasBody(AwsCall call) {
        return !call.operation().matches("PutObject|DeleteObject|Head.*|CreateBucket|.*Cors");
    }

    public static WireReply truncated(WireReply reply) {
        return reply.withBody(Arrays.copyOf(reply.body(), reply.body().length / 2));
    }

    public static boolean hasChecksum(AwsCall call) {
        return call.service().equals("dynamodb")
                || call.operation().matches("GetObject|SendMessage.*|ReceiveMessage");
    }

    public static WireReply withWrongChecksum(WireReply reply) {
        if (reply.headers().containsKey("x-amz-crc32")) return reply.with("x-amz-crc32", "1");
        if (reply.headers().containsKey(S3_CRC32)) return reply.with(S3_CRC32, "AAAAAQ==");
        if (reply.headers().containsKey("x-amz-transfer-encoding")) return withoutLastBit(reply);
        var json = new String(reply.body(), StandardCharsets.UTF_8);
        var spoilt = json.replaceAll("(\"MD5Of(Message)?Body\":\")[0-9a-f]{32}", "$1" + "0".repeat(32));
        return reply.withBody(spoilt.getBytes(StandardCharsets.UTF_8));
    }

    private static WireReply withoutLastBit(WireReply reply) {
        var spoilt = reply.body().clone();
        spoilt[spoilt.length - 1] ^= 1;
        return reply.withBody(spoilt);
    }
}

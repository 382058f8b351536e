package tracenova.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tracenova.app.ApiKey;
import tracenova.event.Limits;
import tracenova.id.Secrets;

/// R18, S31: hostile input is cheap. Allocated bytes bound the heap from above and are the same on every machine.
@Isolated
class CostTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long HEAP = 32L << 20;

    private final Requests requests = new Requests();

    @AfterEach
    void close() {
        requests.close();
    }

    static Stream<Arguments> hostile() throws IOException {
        var random = new Random(18);
        var deep = "[".repeat(500_000);
        var names =
                IntStream.range(0, 40_000).mapToObj("\"n%d\":1"::formatted).collect(Collectors.joining(",", "{", "}"));
        var colliding = IntStream.range(0, 14_000).mapToObj(CostTest::colliding)
                .collect(Collectors.joining("\":1,\"", "{\"", "\":1}"));
        return Stream.of(
                Arguments.of("B021 brackets", "", plain(deep)),
                Arguments.of("B021 objects", "", plain("{\"a\":".repeat(100_000))),
                Arguments.of("B025 names", "", plain(names)),
                Arguments.of("names of one hash code", "", plain(colliding)),
                Arguments.of("B022 a number", "", plain("{\"a\":" + "9".repeat(500_000) + "}")),
                Arguments.of("B026 a name", "", plain("{\"" + "n".repeat(500_000) + "\":1}")),
                Arguments.of("an unfinished string", "", plain("{\"a\":\"" + "x".repeat(500_000))),
                Arguments.of("escapes", "", plain("{\"a\":\"" + "\\u0041".repeat(80_000) + "\"")),
                Arguments.of("B047 zeros", "gzip", bytes(gzip(new byte[300 << 20]))),
                Arguments.of("B047 brackets", "gzip", bytes(gzip("[".repeat(2 << 20).getBytes(UTF_8)))),
                Arguments.of("members", "gzip", bytes(repeated(gzip(new byte[0]), 20_000))),
                Arguments.of("noise", "gzip", bytes(noise(random, Limits.WIRE_BYTES))),
                Arguments.of("noise", "deflate", bytes(noise(random, Limits.WIRE_BYTES))),
                Arguments.of("B041 no base64", "", Map.entry("!".repeat(600_000), true)),
                Arguments.of("events that are none", "", plain("{\"events\":[" + "0,".repeat(200_000) + "0]}")),
                Arguments.of("a large event", "gzip", bytes(
                        gzip(("{\"type\":\"custom\",\"a\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("hostile")
    void whatIsRefusedStaysWithinItsHeap(String name, String coding, Map.Entry<String, Boolean> body) {
        accept(coding, body);
        long before = allocated();

        var answer = accept(coding, body);

        assertThat(allocated() - before).as(name).isLessThan(HEAP);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void S31_withoutAKeyABodyIsNotRead() {
        var body = plain("{\"type\":\"custom\",\"a\":\"" + "x".repeat(400_000) + "\"}");
        var headers = Map.of("content-type", "application/json", "x-api-key", "none");
        accept(headers, body);
        long before = allocated();

        accept(headers, body);

        assertThat(allocated() - before).isLessThan(20_000);
        assertThat(requests.calls()).isEmpty();
    }

    @Test
    void S31_lookingForAKeyInTheBodyIsBounded() {
        var body = plain("{\"a\":\"" + "\\u0041".repeat(60_000) + "\",\"api_key\":\"x\"}");
        var headers = Map.of("content-type", "application/json");
        accept(headers, body);
        long before = allocated();

        accept(headers, body);

        assertThat(allocated() - before).isLessThan(1 << 20);
        assertThat(requests.calls()).isEmpty();
    }

    @Test
    void S31_anUnknownKeyCostsOneReadInTenSeconds() {
        var headers = Map.of("content-type", "application/json", "x-api-key", ApiKey.random(Secrets.system()).text());
        for (int i = 0; i < 10; i++) {
            accept(headers, plain("{"));
        }

        assertThat(requests.calls()).containsExactly("GetItem");
    }

    @Test
    void B038_tenThousandMediaTypesLeaveTheHeapFlat() {
        accept(Map.of("content-type", "x"), plain("{}"));
        long before = usedHeap();
        for (int i = 0; i < 10_000; i++) {
            requests.send(Requests.TRACK, "{}",
                    Map.of("content-type", "application/x-" + i + ";charset=" + i, "content-encoding", "c" + i));
        }

        assertThat(usedHeap() - before).isLessThan(8 << 20);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private Answer accept(String coding, Map.Entry<String, Boolean> body) {
        return requests.send(Requests.TRACK, body, Map.of("content-encoding", coding));
    }

    private Answer accept(Map<String, String> headers, Map.Entry<String, Boolean> body) {
        return requests.bean(Ingest.class)
                .accept(new IngestRequest("POST", Requests.TRACK, headers, "203.0.113.7", body.getKey(),
                        body.getValue()));
    }

    private static Map.Entry<String, Boolean> plain(String body) {
        return Map.entry(body, false);
    }

    private static Map.Entry<String, Boolean> bytes(byte[] body) {
        return Map.entry(Base64.getEncoder().encodeToString(body), true);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] bytes, int times) {
        var out = new ByteArrayOutputStream();
        IntStream.range(0, times).forEach(i -> out.writeBytes(bytes));
        return out.toByteArray();
    }

    private static byte[] noise(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        // Both begin as they should.
        bytes[0] = 0x1f;
        bytes[1] = (byte) 0x8b;
        bytes[2] = 8;
        bytes[3] = 0;
        return bytes;
    }

    /// "Aa" and "BB" have the same hash code, and so has every word of them.
    private static String colliding(int number) {
        return IntStream.range(0, 14).mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}

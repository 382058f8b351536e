package tracenova.benchmarks;

import java.util.List;

/// How many bytes of an item's body an event takes.
final class ChunkSize {

    private static final int REQUESTS = 50;

    private ChunkSize() {}

    static List<Row> rows() {
        return List.of(
                Row.printed("chunk-size", "bytes per event, pv1", Row.figure(bytesPerEvent(1), ""), "163"),
                Row.atMost("chunk-size", "bytes per event, mix10", bytesPerEvent(10), 55, "", "50"),
                Row.atMost("chunk-size", "bytes per event, mix100", bytesPerEvent(100), 36, "", "34"));
    }

    static double bytesPerEvent(int eventsPerRequest) {
        try (var product = new Product()) {
            var payloads = new Payloads(1, product.clock, 100);
            for (int i = 0; i < REQUESTS; i++) {
                product.send(eventsPerRequest == 1 ? payloads.pv1() : payloads.mix(eventsPerRequest));
            }
            long bytes = product.chunks().stream().mapToLong(chunk -> chunk.body().length).sum();
            return (double) bytes / REQUESTS / eventsPerRequest;
        }
    }
}

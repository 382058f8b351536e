package tracenova.benchmarks;

/// How many bytes of an item's body an event takes.
final class ChunkSize {

    private static final int REQUESTS = 50;

    private ChunkSize() {}

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

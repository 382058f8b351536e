package tracenova.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The hooks of SnapStart in one JVM under the runtime client: what is left to load after the restore, and what of
/// before is used then.
///
/// @param before classes loaded at the checkpoint
/// @param after classes loaded from the restore to the first answer
/// @param calls of the first request: a key or a salt from before would save one
/// @param connections from before that were used after it
/// @param items that were asked for before and again after it
record Priming(long before, long after, Map<String, Integer> calls, Set<Integer> connections, Set<String> items) {

    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    /// A version takes minutes to publish. No shorter than the JDK keeps a connection, which is five seconds.
    private static final Duration CHECKPOINT = Duration.ofSeconds(6);

    static Priming measure() {
        try (var product = new Product(); var log = new ColdClasses.Log(); var aws = product.stub()) {
            // The function has a real clock.
            product.clock.set(Instant.now());
            var event = product.gatewayEvent(new Payloads(1, product.clock, 100).mix(100));
            try (var function = Contender.PRODUCT.start(aws, log.with(Contender.FULL), SNAP_START)) {
                function.awaitCheckpoint();
                long atCheckpoint = log.classes();
                var before = aws.asked();
                product.meter.forgetCalls();
                Thread.sleep(CHECKPOINT);
                function.restore();
                Contender.send(function, event);
                var after = aws.asked();
                return new Priming(atCheckpoint, log.classes() - atCheckpoint, product.meter.calls(),
                        both(before, after, StubAws.Asked::connection), both(before, after, StubAws.Asked::item));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Comparable<T>> Set<T> both(List<StubAws.Asked> before, List<StubAws.Asked> after,
            Function<StubAws.Asked, T> what) {
        if (before.isEmpty()) throw new IllegalStateException("the hooks did not run");
        var both = before.stream().map(what).collect(Collectors.toCollection(TreeSet::new));
        both.retainAll(after.stream().map(what).collect(Collectors.toSet()));
        return both;
    }

    List<Row> rows() {
        return List.of(
                Row.printed("priming", "classes at the checkpoint", Row.figure(before, ""), ""),
                Row.printed("priming", "classes from the restore to the first answer", Row.figure(after, ""), "0"),
                Row.exactly("priming", "calls of the first request", calls.toString(),
                        "{GetItem=2, PutItem=2, SendMessageBatch=1}"),
                Row.exactly("priming", "connections from before", String.valueOf(connections.size()), "0"),
                Row.exactly("priming", "ids from before", String.valueOf(items.size()), "0"));
    }
}

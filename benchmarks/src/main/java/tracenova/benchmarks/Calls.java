package tracenova.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tracenova.testkit.TestContext;

/// What one request of 100 events of one session calls and logs; then the same request again.
///
/// @param cold calls of a new sandbox: with the key's and the salt's
/// @param warm calls of the next request
/// @param again calls of the same request once more, a second later
/// @param logBytes what all three wrote to standard output
/// @param unchanged whether the table is what it was before the same request came again
record Calls(Map<String, Integer> cold, Map<String, Integer> warm, Map<String, Integer> again, long logBytes,
        boolean unchanged) {

    static Calls measure() {
        try (var product = new Product()) {
            var payloads = new Payloads(1, product.clock, 100);
            var cold = calls(product, payloads.mix(100));
            var body = payloads.mix(100);
            var warm = calls(product, body);
            var before = product.aws.items(TestContext.TABLE);
            product.clock.advance(Duration.ofSeconds(1));
            var again = calls(product, body);
            long logged = (long) product.meter.usage().values().stream().mapToDouble(Usage::logBytes).sum();
            return new Calls(cold, warm, again, logged, before.equals(product.aws.items(TestContext.TABLE)));
        }
    }

    private static Map<String, Integer> calls(Product product, String body) {
        product.meter.forgetCalls();
        product.send(body);
        return product.meter.calls();
    }

    List<Row> rows() {
        return List.of(
                Row.exactly("calls", "100 events of one session", warm.toString(), "{PutItem=1, SendMessageBatch=1}"),
                Row.exactly("calls", "… the first of a sandbox and day", cold.toString(),
                        "{GetItem=2, PutItem=2, SendMessageBatch=1}"),
                Row.exactly("calls", "… the same again", again.toString(), "{PutItem=1, SendMessageBatch=1}"),
                Row.exactly("calls", "… the same again changes", unchanged ? "nothing" : "something", "nothing"),
                Row.exactly("calls", "log bytes", String.valueOf(logBytes), "0"));
    }
}

package tracenova.local.demo;

import java.math.BigDecimal;
import java.util.List;

/// The way from a cart to an order, which web shop and mobile app have in common: the funnel `checkout`.
final class Checkout {

    static final String FUNNEL = "checkout";
    static final List<String> STEPS = List.of("cart", "address", "payment", "done");

    private static final int SLOW_MILLIS = 1_000;

    private final Scene scene;

    Checkout(Scene scene) {
        this.scene = scene;
    }

    void step(String key) {
        scene.add("funnel_step", "funnel_slug", FUNNEL, "step_key", key);
        scene.add("journey_step", "step_name", key, "step_type", "screen");
    }

    /// Whether there is an order at the end: a declined card is often tried again.
    boolean pay() {
        var amount = BigDecimal.valueOf(scene.millis(5_400), 2);
        var currency = scene.person().currency();
        var order = "order-" + scene.session();
        scene.add("business_event", "event_type", "order_created", "reference_id", order,
                "payload", Scene.object("amount", amount, "currency", currency, "items", scene.number(1, 5)));
        for (int attempt = 1; attempt <= 2; attempt++) {
            scene.add("user_action", "action_type", "payment", "action_name", "Pay now", "target", "#pay");
            if (charge(attempt)) {
                scene.add("business_event", "event_type", "payment_completed", "reference_id", order,
                        "payload", Scene.object("amount", amount, "currency", currency, "provider", "Stripe"));
                mail();
                return true;
            }
            scene.add("financial_impact", "impact_type", "failed_payment", "amount", amount, "currency", currency,
                    "reference_id", order, "description", "The card was declined");
            scene.wait(8, 60);
            if (scene.chance(0.4)) return false;
        }
        return false;
    }

    private boolean charge(int attempt) {
        var outage = scene.setting().isOutage();
        var declined = scene.chance(outage ? 0.55 : 0.06);
        var millis = scene.millis(outage ? 6_500 : 620);
        call("POST", "/api/payments", declined && outage ? 504 : declined ? 402 : 201, millis);
        scene.add("third_party_api", "provider_type", "payment", "provider_name", "Stripe", "operation", "charge",
                "success", !declined, "response_time_ms", millis, "status_code", declined ? 402 : 200,
                "payload", Scene.object("attempt", attempt));
        if (declined && outage) error(Fault.PAYMENT, "payment");
        return !declined;
    }

    private void mail() {
        var sent = scene.chance(0.985);
        scene.add("third_party_api", "provider_type", "email", "provider_name", "Postmark", "operation", "send",
                "success", sent, "response_time_ms", scene.millis(240), "status_code", sent ? 200 : 503);
    }

    /// A call of the shop's own API, and the error if it is one.
    void call(String method, String path, int status, int millis) {
        scene.add("api_performance", "endpoint_path", path, "http_method", method, "response_time_ms", millis,
                "status_code", status, "response_size_bytes", scene.millis(9_000));
        if (status >= 500) {
            scene.add("api_error", "endpoint_path", path, "http_method", method, "status_code", status,
                    "error_message", "The service behind did not answer", "error_stack",
                    "TimeoutError: " + millis + " ms\n    at forward (gateway.js:58:11)");
        }
    }

    /// A call that is what it is most of the time.
    void call(String method, String path, double median) {
        var slow = scene.fails(0.02);
        var failed = scene.fails(0.004);
        call(method, path, failed ? 503 : 200, scene.millis(slow ? median + 4 * SLOW_MILLIS : median));
    }

    void error(Fault fault, String page) {
        scene.add("error", "message", fault.message(), "error_type", fault.kind(), "file", fault.file(),
                "line", fault.line(), "severity", fault.severity(), "stack_trace", fault.trace(), "page_slug", page);
    }
}

package tracenova.local.demo;

import java.util.List;
import java.util.Locale;

/// A session in the mobile app: short ones, many of them, now and then without a network.
final class MobileApp {

    private static final List<String> FEATURES = List.of("barcode_scan", "wish_list", "store_finder", "dark_mode");
    private static final int SLOW_MILLIS = 1_000;

    private final Scene scene;
    private final Checkout checkout;
    private String screen = "";

    private MobileApp(Scene scene) {
        this.scene = scene;
        this.checkout = new Checkout(scene);
    }

    static void play(Scene scene) {
        new MobileApp(scene).session();
    }

    private void session() {
        scene.add("session_start", "user_agent", scene.person().client().userAgent());
        show("Home", 310);
        if (scene.chance(0.05)) loseTheNetwork();
        if (scene.chance(0.22)) {
            leave(1, 9);
            return;
        }
        if (scene.chance(0.25)) show("Orders", 420);
        var looks = scene.number(0, 3);
        for (int look = 0; look < looks; look++) lookAtProduct();
        if (scene.chance(0.3)) buy();
        if (scene.chance(0.12)) show("Profile", 260);
        leave(3, 40);
    }

    private void leave(int fromSeconds, int toSeconds) {
        scene.wait(fromSeconds, toSeconds);
        scene.add("session_end", "duration_seconds", scene.seconds(), "foreground_seconds", scene.seconds() * 9 / 10);
    }

    private void loseTheNetwork() {
        scene.add("network_event", "event_type", "offline_start", "network_strength", "none");
        scene.wait(20, 400);
        var seconds = scene.seconds();
        scene.add("network_event", "event_type", "sync_retry", "retry_count", scene.number(1, 4), "success", false);
        show("ProductList", 380);
        scene.wait(5, 60);
        scene.add("network_event", "event_type", "offline_end", "duration_seconds", seconds, "success", true,
                "payload", Scene.object("queued_requests", scene.number(1, 9)));
        if (scene.chance(0.4)) scene.leavesLaterBy(3_600L * scene.number(1, 20));
        if (scene.chance(0.15)) checkout.error(Fault.MOBILE.get(1), screen);
    }

    private void lookAtProduct() {
        show("ProductList", 380);
        show("ProductDetail", 520);
        if (scene.chance(0.25)) {
            scene.add("feature_usage", "feature_name", scene.any(FEATURES), "feature_category", "shopping");
        }
        if (scene.chance(0.3)) scene.add("user_action", "action_type", "button_click", "action_name", "Save for later");
        if (scene.fails(0.015)) checkout.error(scene.any(Fault.MOBILE), screen);
        if (scene.fails(0.003)) crash();
    }

    private void buy() {
        scene.add("user_action", "action_type", "button_click", "action_name", "Add to cart", "page_slug", screen);
        checkout.step("cart");
        show("Cart", 290);
        if (scene.chance(0.35)) return;
        checkout.step("address");
        show("Address", 330);
        if (scene.chance(0.15)) return;
        checkout.step("payment");
        show("Payment", 610);
        if (scene.chance(0.08) || !checkout.pay()) return;
        checkout.step("done");
        show("Confirmation", 280);
    }

    private void crash() {
        var fault = Fault.CRASH;
        scene.add("crash", "crash_type", fault.kind(), "crash_message", fault.message(), "crash_stack", fault.trace(),
                "page_slug", screen, "memory_info", Scene.object("used_mb", scene.number(900, 1_500)));
    }

    private void show(String name, double loadMillis) {
        var load = scene.millis(loadMillis * (scene.fails(0.05) ? 4 : 1));
        if (screen.isEmpty()) {
            scene.add("screen_view", "screen_name", name, "load_time_ms", load);
        } else {
            scene.wait(3, 50);
            scene.add("navigation", "from_screen", screen, "to_screen", name, "navigation_type", "push");
            scene.add("screen_view", "screen_name", name, "previous_screen", screen, "load_time_ms", load);
        }
        screen = name;
        if (scene.chance(0.3)) measure(load);
        if (scene.chance(0.4)) checkout.call("GET", "/api/" + name.toLowerCase(Locale.ROOT), 180);
    }

    private void measure(int load) {
        scene.add("performance_metric", "metric_type", "screen_load", "name", screen, "value", load,
                "value_unit", "ms", "is_slow", load > SLOW_MILLIS, "threshold", SLOW_MILLIS,
                "country_code", scene.person().client().country(), "city", scene.person().city());
    }
}

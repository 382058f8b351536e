package tracenova.benchmarks;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// The frozen traffic: requests as our SDK sends them, with a batch id and no event ids. The same seed gives the
/// same bytes for ever; changing anything here makes all earlier results incomparable.
final class Payloads {

    /// Path that takes events of all types.
    static final String PATH = "/api/v1/track/batch";

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final List<String> PAGES =
            List.of("home", "products", "products/42", "products/77", "search", "cart", "checkout", "orders", "profile",
                    "help");
    private static final List<String> SCREENS = List.of("Home", "ProductList", "ProductDetail", "Search", "Cart",
            "Checkout", "Orders", "OrderDetail", "Profile", "Settings");

    /// How many of 100 events are of each type; 2 are errors.
    private static final List<Share> MIX = List.of(
            new Share(24, Payloads::userAction), new Share(18, Payloads::pageView),
            new Share(12, Payloads::apiPerformance),
            new Share(10, Payloads::screenView), new Share(8, Payloads::navigation),
            new Share(6, Payloads::featureUsage),
            new Share(6, Payloads::heartbeat), new Share(4, Payloads::journeyStep),
            new Share(4, Payloads::performanceMetric),
            new Share(4, Payloads::frontendPerformance), new Share(2, Payloads::businessEvent),
            new Share(2, Payloads::error));

    private final Random random;
    private final int perSession;
    private final InstantSource clock;
    private Instant now;
    private String session;
    private String visitor;
    private String user;
    private int left;

    private record Share(int percent, Kind kind) {}

    private interface Kind {
        String fields(Payloads payloads);
    }

    /// @param clock says when requests are sent; the events of one are of the minute before, 20 to 400 ms apart
    /// @param perSession how many events a session has
    Payloads(long seed, InstantSource clock, int perSession) {
        this.random = new Random(seed);
        this.clock = clock;
        this.perSession = perSession;
    }

    /// The next request of one page view, about 0.5 KB on the wire.
    String pv1() {
        return request(1, payloads -> payloads.pageView()
                + ",\"release\":\"web-2.31.4\",\"environment\":\"production\"");
    }

    /// The next request of this many events of the mix.
    String mix(int events) {
        return request(events, Payloads::any);
    }

    private String request(int events, Kind kind) {
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(59);
        var bodies = new ArrayList<String>(events);
        for (int i = 0; i < events; i++) {
            bodies.add(event(kind));
        }
        return bodies.stream().collect(Collectors.joining(
                ",", "{\"batch_id\":\"" + id(22) + "\",\"sent_at\":\"" + now + "\",\"events\":[", "]}"));
    }

    private String event(Kind kind) {
        if (left == 0) {
            session = "sess_" + id(22);
            visitor = "visitor_" + id(22);
            user = "user-" + (10_000 + random.nextInt(90_000));
            left = perSession;
        }
        left--;
        now = now.plusMillis(20 + random.nextInt(380));
        var fields = kind.fields(this);
        int type = fields.indexOf(',');
        return "{\"type\":\"" + fields.substring(0, type) + "\",\"session_id\":\"" + session + "\",\"visitor_id\":\""
                + visitor + "\",\"user_id\":\"" + user + "\",\"occurred_at\":\"" + time() + "\""
                + fields.substring(type) + "}";
    }

    private String time() {
        return now.toEpochMilli() % 1_000 == 0 ? now.toString().replace("Z", ".000Z") : now.toString();
    }

    private String any() {
        int roll = random.nextInt(100);
        for (var share : MIX) {
            roll -= share.percent;
            if (roll < 0) {
                return share.kind.fields(this);
            }
        }
        throw new IllegalStateException("the shares are less than 100");
    }

    private String pageView() {
        var page = pick(PAGES);
        return "page_view,\"page_slug\":\"" + page.split("/")[0] + "\",\"page_path\":\"/" + page
                + "\",\"url\":\"https://www.lumen-outdoor.com/" + page
                + "\",\"referrer\":\"https://www.lumen-outdoor.com/" + pick(PAGES)
                + "\",\"scroll_depth\":" + 5 * random.nextInt(21);
    }

    private String screenView() {
        return "screen_view,\"screen_name\":\"" + pick(SCREENS) + "\",\"previous_screen\":\"" + pick(SCREENS)
                + "\",\"load_time_ms\":" + (40 + random.nextInt(900));
    }

    private String navigation() {
        return "navigation,\"from_screen\":\"" + pick(SCREENS) + "\",\"to_screen\":\"" + pick(SCREENS)
                + "\",\"navigation_type\":\"" + pick(List.of("push", "push", "replace", "back")) + "\"";
    }

    private String userAction() {
        return "user_action,\"action_type\":\""
                + pick(List.of("button_click", "button_click", "form_submission", "custom"))
                + "\",\"action_name\":\""
                + pick(List.of("add_to_cart", "open_menu", "apply_filter", "submit_search", "select_size"))
                + "\",\"page_slug\":\"" + pick(PAGES).split("/")[0] + "\"";
    }

    private String featureUsage() {
        return "feature_usage,\"feature_name\":\""
                + pick(List.of("wish_list", "compare", "size_guide", "reviews", "share"))
                + "\",\"feature_category\":\"shopping\"";
    }

    private String heartbeat() {
        return "session_heartbeat,\"foreground_seconds\":" + random.nextInt(600) + ",\"background_seconds\":"
                + random.nextInt(60);
    }

    private String journeyStep() {
        return "journey_step,\"step_name\":\"" + pick(SCREENS) + "\",\"step_type\":\"screen\"";
    }

    private String performanceMetric() {
        return "performance_metric,\"metric_type\":\"screen_load\",\"name\":\"" + pick(SCREENS) + "\",\"value\":"
                + (100 + random.nextInt(2_000)) + ",\"value_unit\":\"ms\"";
    }

    private String apiPerformance() {
        return "api_performance,\"endpoint_path\":\"/api/" + pick(PAGES) + "\",\"http_method\":\""
                + pick(List.of("GET", "GET", "POST"))
                + "\",\"response_time_ms\":" + (15 + random.nextInt(600)) + ",\"status_code\":"
                + pick(List.of("200", "200", "200", "404"));
    }

    private String frontendPerformance() {
        return "frontend_performance,\"page_slug\":\"" + pick(PAGES).split("/")[0] + "\",\"page_load_time\":"
                + (600 + random.nextInt(3_000)) + ",\"time_to_first_byte\":" + (40 + random.nextInt(400))
                + ",\"largest_contentful_paint\":" + (500 + random.nextInt(2_500));
    }

    private String businessEvent() {
        return "business_event,\"event_type\":\"order_created\",\"reference_id\":\"order-"
                + (20_000 + random.nextInt(9_000))
                + "\",\"payload\":{\"amount\":" + random.nextInt(200) + ".90,\"currency\":\"EUR\"}";
    }

    private String error() {
        return "error,\"message\":\"Cannot read properties of undefined (reading '"
                + pick(List.of("price", "name", "items"))
                + "')\",\"error_type\":\"TypeError\",\"severity\":\"error\",\"file\":\"cart.js\",\"line\":"
                + random.nextInt(400)
                + ",\"stack_trace\":\"TypeError: Cannot read properties of undefined\\n    at total (cart.js:42:17)\"";
    }

    private String id(int length) {
        return random.ints(length, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}

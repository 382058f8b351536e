package tracenova.local.demo;

import java.util.List;

/// A visit to the shop on the web: look around, perhaps search, perhaps buy.
final class WebShop {

    private static final String SITE = "https://shop.example.com";
    private static final List<String> REFERRERS = List.of("https://www.google.com/", "https://duckduckgo.com/",
            "https://www.instagram.com/", "https://news.example.com/gifts", "");
    private static final List<String> FEATURES = List.of("reviews", "size_guide", "wish_list", "compare");

    private final Scene scene;
    private final Checkout checkout;
    private String page = "";

    private WebShop(Scene scene) {
        this.scene = scene;
        this.checkout = new Checkout(scene);
    }

    static void play(Scene scene) {
        new WebShop(scene).visit();
    }

    private void visit() {
        scene.add("session_start", "user_agent", scene.person().client().userAgent());
        if (scene.chance(0.5)) view("home", "/", 480);
        else view("product", product(), 620);
        if (scene.chance(0.34)) {
            leave(1, 9); // a bounce: closed after one page
            return;
        }
        identify();
        if (scene.chance(0.3)) search();
        var looks = scene.number(0, 3) + (scene.chance(0.3) ? 2 : 0);
        for (int look = 0; look < looks; look++) lookAtProduct();
        if (scene.chance(0.4)) buy();
        else if (scene.chance(0.1)) view("returns", "/help/returns", 390);
        leave(3, 40);
    }

    /// Not every browser gets to say that it goes.
    private void leave(int fromSeconds, int toSeconds) {
        scene.wait(fromSeconds, toSeconds);
        if (scene.chance(0.8)) scene.add("session_end", "duration_seconds", scene.seconds());
    }

    private void identify() {
        scene.person().userId().filter(_ -> scene.chance(0.3)).ifPresent(_ -> {
            scene.add("identify", "traits", Scene.object("plan", scene.person().role()));
            if (scene.chance(0.03)) {
                scene.add("security_event", "event_type", "failed_login", "reason", "wrong password");
            }
        });
    }

    private void search() {
        var words = scene.any(List.of("lamp", "desk", "garden chair", "mug", "blue rug"));
        scene.add("feature_usage", "feature_name", "search", "feature_category", "discovery",
                "payload", Scene.object("words", words, "results", scene.number(0, 60)));
        checkout.call("GET", "/api/search", 210);
        view("search", "/search", 540);
        if (scene.fails(0.01)) checkout.error(Fault.WEB.get(1), page);
    }

    private void lookAtProduct() {
        view("product", product(), 620);
        if (scene.chance(0.3)) {
            scene.add("feature_usage", "feature_name", scene.any(FEATURES), "feature_category", "shopping");
        }
        if (scene.fails(0.02)) checkout.error(scene.any(Fault.WEB), page);
    }

    private void buy() {
        scene.add("user_action", "action_type", "button_click", "action_name", "Add to cart",
                "target", "#add-to-cart", "page_slug", page);
        checkout.step("cart");
        view("cart", "/cart", 430);
        if (scene.fails(0.012)) checkout.error(Fault.WEB.get(0), page);
        if (scene.chance(0.42)) return;
        checkout.step("address");
        view("address", "/checkout/address", 460);
        scene.add("user_action", "action_type", "form_submission", "action_name", "Address", "target", "form#address",
                "page_slug", page);
        if (scene.chance(0.2)) return;
        checkout.step("payment");
        view("payment", "/checkout/payment", 900);
        if (scene.chance(0.1) || !checkout.pay()) return;
        checkout.step("done");
        view("confirmation", "/checkout/confirmation", 400);
    }

    private void view(String slug, String path, double loadMillis) {
        if (!page.isEmpty()) {
            scene.wait(4, 90);
            scene.add("navigation", "from_screen", page, "to_screen", slug, "navigation_type", "push");
        }
        var isEntry = page.isEmpty();
        page = slug;
        var load = scene.millis(loadMillis * (scene.fails(0.04) ? 5 : 1));
        if (isEntry) {
            scene.add("page_view", "page_slug", slug, "page_path", path, "url", SITE + path,
                    "referrer", scene.any(REFERRERS), "scroll_depth", scene.number(10, 100));
        } else {
            scene.add("page_view", "page_slug", slug, "page_path", path, "url", SITE + path,
                    "scroll_depth", scene.number(10, 100));
        }
        if (scene.chance(0.5)) vitals(slug, load);
        if (scene.chance(0.35)) checkout.call("GET", "/api/" + (slug.equals("product") ? "products" : slug), 140);
    }

    private void vitals(String slug, int load) {
        scene.add("frontend_performance", "page_slug", slug, "page_load_time", load * 2,
                "time_to_first_byte", load / 4, "first_contentful_paint", load,
                "largest_contentful_paint", load + load / 2, "interaction_to_next_paint", scene.millis(90),
                "cumulative_layout_shift", scene.number(0, 140) / 1_000.0);
    }

    private String product() {
        var number = scene.number(1, 60);
        return "/products/" + number * number / 40;
    }
}

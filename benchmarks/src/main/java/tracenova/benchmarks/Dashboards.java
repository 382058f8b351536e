package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tracenova.app.AppId;

/// The first view of apps with 90 days of history, a hundred thousand to ten million events, in the whole product.
final class Dashboards {

    private static final int DAYS = 90;
    private static final int REQUESTS = 10;
    private static final int LOADS = 5;
    private static final Duration DAY = Duration.ofHours(3);

    /// Copies of a thousand events a day, by what it is called.
    private static final Map<String, Integer> SIZES = sizes();

    private Dashboards() {}

    static List<Row> rows() {
        if (!FirstView.canBeSeen()) {
            return List.of(Row.printed("dashboard", "no " + FirstView.CHROMIUM + " with " + FirstView.DRIVER, "skipped",
                    ""));
        }
        var rows = new ArrayList<Row>();
        var all = measure();
        var first = all.values().iterator().next();
        all.forEach((size, view) -> {
            rows.add(Row.atMost("dashboard", "GETs for data, " + size, view.gets(), 3, "", "1"));
            rows.add(Row.atMost("dashboard", "… their bytes as they come", view.bytes() / 1024.0, 60, "KB", ""));
            rows.add(Row.printed("dashboard", "… main thread, median of " + LOADS,
                    String.format(Locale.ROOT, "%.0f ms", view.mainThreadMillis()), ""));
        });
        var last = List.copyOf(all.values()).getLast();
        rows.add(Row.atMost("dashboard", "growth of GETs and bytes, 100 K to 10 M events",
                Math.max(last.gets() * 100.0 / first.gets(), last.bytes() * 100.0 / first.bytes()) - 100, 5, "%", "0"));
        rows.add(Row.atMost("dashboard", "JavaScript of the page, gzip", last.scriptKilobytes(), 120, "KB", ""));
        return rows;
    }

    private static Map<String, FirstView> measure() {
        try (var product = new LocalProduct(); var copies = new Copies(REQUESTS)) {
            var apps = new LinkedHashMap<String, AppId>();
            for (var size : SIZES.entrySet()) {
                var app = product.makeApp(size.getKey());
                fill(product, copies, app, size.getValue());
                apps.put(size.getKey(), app);
            }
            product.digest();
            var views = new LinkedHashMap<String, FirstView>();
            try (var browser = new FirstView.Browser(product)) {
                apps.forEach((size, app) -> views.put(size, see(browser, app)));
            }
            return views;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Days end at this moment's time of day; they are not all alike, and the latest is the last to come.
    private static void fill(LocalProduct product, Copies copies, AppId app, int aDay) {
        var now = Instant.now().minusSeconds(60);
        for (int day = 0; day < DAYS; day++) {
            int events = Math.max(1, aDay - day % 7 * aDay / 20);
            var since = now.minus(Duration.ofDays(DAYS - 1 - day)).minus(DAY);
            product.putInbox(app, "%03d".formatted(day), copies.of(app, day * aDay, day * aDay + events, since,
                    DAY.dividedBy(events)));
        }
    }

    /// The first load for its bytes, since the browser keeps them; the one in the middle for its time.
    private static FirstView see(FirstView.Browser browser, AppId app) {
        var first = browser.see(app);
        var times = new ArrayList<>(List.of(first.mainThreadMillis()));
        for (int load = 1; load < LOADS; load++) times.add(browser.see(app).mainThreadMillis());
        times.sort(null);
        return first.taking(times.get(LOADS / 2));
    }

    private static Map<String, Integer> sizes() {
        var sizes = new LinkedHashMap<String, Integer>();
        sizes.put("100 K events", 1);
        sizes.put("1 M events", 12);
        sizes.put("10 M events", 126);
        return sizes;
    }
}

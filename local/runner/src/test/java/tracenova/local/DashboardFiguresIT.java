package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import tracenova.local.demo.Demo;
import tracenova.local.demo.DemoEvent;
import tracenova.local.demo.DemoSize;

/// What the overview shows of the demo, held against a count by hand.
@InBrowser
class DashboardFiguresIT {

    private static final Map<String, ZoneId> ZONES = Map.of("Demo shop", ZoneId.of("Europe/Berlin"),
            "Demo mobile app", ZoneId.of("America/New_York"));

    @Test
    void everyFigureOfTheOverviewIsWhatTheDemoSays(@TempDir Path temporary) throws Exception {
        try (var product = LocalProduct.start(temporary.resolve("data"));
                var log = new PrintStream(temporary.resolve("progress").toFile());
                var browser = new Browser(product.url(), temporary.resolve("profile"))) {
            var filled = new Demo(product.url(), Clock.systemUTC(), log, false).fill(new DemoSize(2, 12, 3_000));
            browser.signIn(product.credentials().get("email"), product.credentials().get("password"));
            for (var app : filled) {
                var now = Instant.parse(product.snapshot(app.app(), "overview").get("data_through").getStringValue());
                for (var range : List.of("24h", "7d", "30d", "90d")) {
                    var since = since(range, now, ZONES.get(app.name()));
                    browser.open("/apps/" + app.app() + "/overview?range=" + range);
                    compare(browser, app.name() + " " + range, Counted.of(eventsOf(app, since)));
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void compare(Browser browser, String what, Counted counted) {
        var figures = counted.figures();
        browser.see("[data-figure=events][data-value='" + figures.get("events") + "']");
        if (counted.severities.isEmpty()) {
            // A card without an error says so, and shows no figure.
            figures.remove("errors");
        }
        var shown = new TreeMap<String, String>();
        figures.keySet().forEach(id -> {
            var figure = browser.see("[data-figure=" + id + "]");
            var raw = figure.getDomAttribute("data-value");
            shown.put(id, raw != null ? raw : figure.getText().replaceAll("[^0-9.]", ""));
        });
        assertThat(shown).as(what).isEqualTo(figures);
        if (!browser.all("[data-all]").isEmpty()) {
            browser.click("[data-all]");
        }
        assertThat(rows(browser, "events")).as(what).isEqualTo(counted.types);
        assertThat(rows(browser, "severity")).as(what).isEqualTo(counted.severities);
    }

    /// The rows of a list of bars.
    private static Map<String, Integer> rows(Browser browser, String card) {
        var rows = new TreeMap<String, Integer>();
        for (var row : browser.all("[data-card=" + card + "] [data-row]")) {
            var count = row.findElement(By.cssSelector(".count")).getText();
            rows.put(row.getDomAttribute("data-row").toLowerCase(Locale.ROOT),
                    Integer.parseInt(count.replaceAll("\\D", "")));
        }
        return rows;
    }

    /// A day is the app's; the last 24 hours are those before the running one.
    private static Instant since(String range, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return switch (range) {
            case "24h" -> now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(24));
            case "7d" -> today.minusDays(6).atStartOfDay(zone).toInstant();
            default -> Instant.EPOCH;
        };
    }

    private static List<DemoEvent> eventsOf(Demo.Filled app, Instant since) {
        var events = new ArrayList<DemoEvent>();
        app.forEach(event -> {
            if (!event.at().isBefore(since)) events.add(event);
        });
        return events;
    }
}

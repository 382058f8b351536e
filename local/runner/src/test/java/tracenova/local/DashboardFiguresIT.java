package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import tracenova.local.demo.Demo;
import tracenova.local.demo.DemoEvent;
import tracenova.local.demo.DemoSize;

/// What the overview shows of the demo, figures and charts, held against a count by hand.
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
                    compareSeries(browser, range, now.atZone(ZONES.get(app.name())), eventsOf(app, Instant.EPOCH));
                }
                compareActive(browser, Counted.of(eventsOf(app, Instant.EPOCH)));
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

    /// The table of the chart has each of its points.
    private static void compareSeries(Browser browser, String range, ZonedDateTime now, List<DemoEvent> events) {
        if (browser.all("[data-card=trend] tbody").isEmpty()) {
            browser.click("[data-card=trend] [data-tool=table]");
        }
        for (var figure : List.of("events", "users", "sessions")) {
            browser.click("[data-stat=" + figure + "] .stat-choose");
            if (range.equals("24h")) {
                compareHours(browser, figure, now.truncatedTo(ChronoUnit.HOURS).minusHours(24), now, events);
            } else {
                browser.click("[data-choice=day]");
                compareDays(browser, figure, Integer.parseInt(range.replace("d", "")), now, events);
                browser.click("[data-choice=hour]");
                compareHours(browser, figure, now.toLocalDate().minusDays(1).atStartOfDay(now.getZone()), now, events);
            }
        }
    }

    private static void compareDays(
            Browser browser, String figure, int days, ZonedDateTime now, List<DemoEvent> events) {
        var points = now.toLocalDate().minusDays(days - 1).datesUntil(now.toLocalDate().plusDays(1))
                .map(day -> day.atStartOfDay(now.getZone())).toList();
        compare(browser, figure, points, DashboardFiguresIT::day, events);
    }

    private static void compareHours(
            Browser browser, String figure, ZonedDateTime first, ZonedDateTime now, List<DemoEvent> events) {
        var points = Stream.iterate(first, hour -> !hour.isAfter(now), hour -> hour.plusHours(1)).toList();
        compare(browser, figure, points, hour -> day(hour) + DateTimeFormatter.ofPattern(", HH:mm").format(hour),
                events);
    }

    private static void compare(Browser browser, String figure, List<ZonedDateTime> points,
            Function<ZonedDateTime, String> name, List<DemoEvent> events) {
        var counted = Counted.series(events, points.stream().map(ZonedDateTime::toInstant).toList(), figure);
        browser.see("[data-card=trend] tbody tr:nth-child(" + points.size() + ")");

        var rows = browser.table("[data-card=trend]").reversed();
        assertThat(rows).as(figure).extracting(List::getFirst).isEqualTo(points.stream().map(name).toList());
        assertThat(rows).as(figure).extracting(row -> Integer.parseInt(row.get(1).replaceAll("\\D", "")))
                .isEqualTo(counted);
    }

    /// As the dashboard writes a day: another year than this one is named.
    private static String day(ZonedDateTime at) {
        var pattern = at.getYear() == Year.now().getValue() ? "EEE, d MMM" : "EEE, d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(at);
    }

    /// The page counts anew each minute, so it may be of a minute ago.
    private static void compareActive(Browser browser, Counted counted) {
        var before = counted.activeAt(Instant.now().minusSeconds(60));
        var active = Long.parseLong(browser.see("[data-figure=active]").getDomAttribute("data-value"));

        assertThat(active).isBetween(counted.activeAt(Instant.now()), before);
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

package tracenova.benchmarks;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.zip.GZIPOutputStream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tracenova.app.AppId;
import tracenova.testkit.Examples;

/// The overview of an app in a headless Chromium that has been signed in: what it asks for until its figures stand.
///
/// @param gets for data, of the API and of the data bucket
/// @param bytes of their answers, headers included, as they came
/// @param scripts names of the modules that the page loads
/// @param mainThreadMillis what the page's main thread was busy
record FirstView(int gets, long bytes, Set<String> scripts, double mainThreadMillis) {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final JsonMapper JSON = JsonMapper.createDefault();

    static boolean canBeSeen() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    FirstView taking(double millis) {
        return new FirstView(gets, bytes, scripts, millis);
    }

    /// What the scripts weigh when each is compressed as a content delivery network would.
    double scriptKilobytes() {
        return scripts.stream().mapToLong(FirstView::compressed).sum() / 1024.0;
    }

    private static long compressed(String path) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            Files.copy(Examples.root().resolve("dashboard-static/target/site" + path), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    /// A browser that somebody has signed in with.
    static final class Browser implements AutoCloseable {

        private final ChromeDriver driver;
        private final String url;

        Browser(LocalProduct product) {
            var options = new ChromeOptions();
            options.setBinary(CHROMIUM.toString());
            options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en-US",
                    "--window-size=1280,1000");
            var logs = new LoggingPreferences();
            logs.enable(LogType.PERFORMANCE, Level.ALL);
            options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
            driver = new ChromeDriver(new ChromeDriverService.Builder()
                    .usingDriverExecutable(new File(DRIVER.toString())).usingAnyFreePort().build(), options);
            driver.manage().timeouts().implicitlyWait(Duration.ofMinutes(1));
            driver.executeCdpCommand("Performance.enable", Map.of());
            url = product.said("url");
            driver.get(url + "/#/sign-in");
            driver.findElement(By.id("email")).sendKeys(product.said("email"));
            driver.findElement(By.id("password")).sendKeys(product.said("password"));
            driver.findElement(By.id("submit")).click();
            driver.findElement(By.cssSelector("tn-account"));
        }

        FirstView see(AppId app) {
            driver.get("about:blank");
            messages();
            double before = busyMillis();
            driver.get(url + "/#/apps/" + app + "/overview?range=30d");
            driver.findElement(By.cssSelector("[data-figure=events][data-value]"));
            double busy = busyMillis() - before;
            return of(messages(), busy);
        }

        private FirstView of(List<JsonNode> messages, double busy) {
            var scripts = new HashSet<String>();
            var data = new TreeMap<String, Long>();
            for (var message : messages) {
                var params = message.get("params");
                switch (message.get("method").getStringValue()) {
                    case "Network.requestWillBeSent" -> {
                        var asked = URI.create(params.get("request").get("url").getStringValue());
                        var method = params.get("request").get("method").getStringValue();
                        if (asked.getPath() != null && asked.getPath().endsWith(".js")) scripts.add(asked.getPath());
                        else
                            if (method.equals("GET") && isData(asked))
                                data.put(params.get("requestId").getStringValue(), 0L);
                    }
                    case "Network.loadingFinished" -> data.computeIfPresent(params.get("requestId").getStringValue(),
                            (_, none) -> params.get("encodedDataLength").getNumberValue().longValue());
                    default -> {}
                }
            }
            return new FirstView(data.size(), data.values().stream().mapToLong(Long::longValue).sum(), scripts, busy);
        }

        /// Neither the page's own files nor its configuration.
        private boolean isData(URI asked) {
            return asked.toString().startsWith(url)
                    ? asked.getPath().startsWith("/api/")
                    : asked.getScheme().startsWith("http");
        }

        private double busyMillis() {
            var metrics = (List<?>) driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
            return metrics.stream().map(metric -> (Map<?, ?>) metric)
                    .filter(metric -> metric.get("name").equals("TaskDuration"))
                    .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue() * 1000)
                    .sum();
        }

        private List<JsonNode> messages() {
            var messages = new ArrayList<JsonNode>();
            for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
                try {
                    messages.add(JSON.readValue(entry.getMessage(), JsonNode.class).get("message"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return messages;
        }

        @Override
        public void close() {
            driver.quit();
        }
    }
}

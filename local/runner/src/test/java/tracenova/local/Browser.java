package tracenova.local;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Debian's Chromium at a page of the dashboard; what it complains of and whom it asks is kept.
final class Browser implements AutoCloseable {

    private static final Optional<Path> CHROMIUM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of).filter(Files::isExecutable).findFirst();
    private static final Optional<Path> DRIVER = Stream.of("/usr/bin/chromedriver")
            .map(Path::of).filter(Files::isExecutable).findFirst();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final URI product;

    Browser(URI product, Path profile) {
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.orElseThrow().toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en-US",
                "--window-size=1280,1000", "--user-data-dir=" + profile);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.orElseThrow().toString())).usingAnyFreePort().build();
        this.driver = new ChromeDriver(service, options);
        this.wait = new WebDriverWait(driver, PATIENCE);
        this.product = product;
    }

    static boolean isThere() {
        return CHROMIUM.isPresent() && DRIVER.isPresent();
    }

    /// Goes to a page by its place behind the hash.
    void open(String place) {
        driver.get(product.resolve("/#" + place).toString());
    }

    /// Another tab, and the name of the one before.
    String tab() {
        var before = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        return before;
    }

    void turnTo(String tab) {
        driver.switchTo().window(tab);
    }

    void seeText(String css, String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    /// What a page leaves under a global name once it is done.
    Object result(String page, String name) {
        driver.get(product.resolve(page).toString());
        return wait.until(_ -> driver.executeScript("return window[arguments[0]]", name));
    }

    /// The rows of a table as they are read, the head left out.
    List<List<String>> table(String css) {
        var rows = (List<?>) driver.executeScript("""
                return [...document.querySelectorAll(arguments[0] + ' tbody tr')]
                    .map(row => [...row.cells].map(cell => cell.textContent.trim()))""", css);
        return rows.stream().map(row -> ((List<?>) row).stream().map(Object::toString).toList()).toList();
    }

    String place() {
        return URI.create(driver.getCurrentUrl()).getFragment();
    }

    WebElement see(String css) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void click(String css) {
        wait.ignoring(StaleElementReferenceException.class)
                .ignoring(ElementClickInterceptedException.class)
                .until(page -> {
                    var element = page.findElement(By.cssSelector(css));
                    // Not under the head, which stays.
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    void type(String css, String text) {
        var field = see(css);
        field.clear();
        field.sendKeys(text);
    }

    void signIn(String email, String password) {
        open("/sign-in");
        type("#email", email);
        type("#password", password);
        click("#submit");
        see("tn-account");
    }

    /// Violations of the page's policy and errors of its scripts. What the API refuses is none.
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    /// Every address that was asked.
    List<URI> asked() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> LocalProduct.json(entry.getMessage()).get("message"))
                .filter(message -> message.get("method").getStringValue().equals("Network.requestWillBeSent"))
                .map(message -> message.get("params").get("request").get("url").getStringValue())
                .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                .map(URI::create)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}

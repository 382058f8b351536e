package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first ten minutes of somebody new, in a browser.
@InBrowser
class DashboardStoryIT {

    private static final String PASSWORD = "a long enough one";

    @Test
    void somebodyNewSendsAnEventAndSeesIt(@TempDir Path temporary) throws Exception {
        try (var product = LocalProduct.start(temporary.resolve("data"));
                var browser = new Browser(product.url(), temporary.resolve("profile"))) {
            register(browser);
            makeApp(browser);
            var app = browser.place().split("/")[2];
            var command = browser.see("#first-event-code pre").getText();
            run(command);
            seeItInTheTimeline(browser);
            product.settle();
            seeItInTheOverview(browser, app);
            openAnOddSession(browser, app, command);
            defineFunnel(browser, app);
            changeItInTwoTabs(browser, "/apps/" + app + "/settings", "#name", "#save-app");
            changeItInTwoTabs(browser, "/apps/" + app + "/funnels/sign-up", "#funnel-name", "#save-funnel");
            signOut(browser);

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.asked()).hasSizeGreaterThan(20)
                    .allMatch(url -> List.of("localhost", "127.0.0.1").contains(url.getHost()));
        }
    }

    private static void register(Browser browser) {
        browser.open("/register");
        browser.type("#workspace", "Acme");
        browser.type("#email", "ada@example.com");
        browser.type("#password", PASSWORD);
        browser.click("#submit");
    }

    private static void makeApp(Browser browser) {
        browser.click("a[href='#/apps/new']");
        browser.type("#name", "Storefront");
        browser.click("#create");
        browser.see("#first-event-code pre");
    }

    /// What the page says to paste.
    private static void run(String command) throws IOException, InterruptedException {
        assertThat(command).startsWith("curl ");
        var shell = new ProcessBuilder("sh", "-c", command.replaceFirst("curl ", "curl -sS --fail-with-body "))
                .redirectErrorStream(true).start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
    }

    private static void seeItInTheTimeline(Browser browser) {
        browser.see("[data-first-event]");
        browser.click("#key-stored");
        browser.click("[data-done]");
        browser.click("[data-first-event] a");
        browser.see("[data-event][data-type=screen_view]");
    }

    private static void seeItInTheOverview(Browser browser, String app) {
        browser.open("/apps/" + app + "/overview");
        browser.see("[data-figure=events][data-value='1']");
        browser.see("[data-figure=sessions][data-value='1']");
        assertThat(browser.see("[data-card=events] [data-row=screen_view] .count").getText()).isEqualTo("1");
        readWhatAFigureMeans(browser);
    }

    private static void readWhatAFigureMeans(Browser browser) {
        assertThat(browser.all(".stat [data-term]")).hasSameSizeAs(browser.all(".stat"));
        browser.click("[data-term=bounce_rate]");
        assertThat(browser.see(".meaning:popover-open").getText()).contains("exactly one view", "D3");
        browser.click("h1");
        assertThat(browser.all(".meaning:popover-open")).isEmpty();
    }

    /// Whatever an app calls its sessions, their pages open.
    private static void openAnOddSession(Browser browser, String app, String command) throws Exception {
        run(command.replaceFirst("sess_[0-9a-f]{8}", "../a/b?c=1%2F#"));
        browser.open("/apps/" + app + "/users/sessions/..%2Fa%2Fb%3Fc%3D1%252F%23");
        browser.see("[data-event][data-type=screen_view]");
    }

    private static void defineFunnel(Browser browser, String app) {
        browser.open("/apps/" + app + "/funnels");
        browser.click("a[href$='/funnels/new']");
        browser.type("#funnel-name", "Sign-up");
        browser.type("[data-step='1'] [data-step-key]", "form");
        browser.type("[data-step='2'] [data-step-key]", "done");
        browser.click("#save-funnel");
        browser.see("[data-delete]");
        browser.open("/apps/" + app + "/funnels");
        assertThat(browser.see("[data-row='sign-up'] .step-path").getText()).contains("form", "done");
    }

    /// B152: the tab that is later hears of it, and may try again.
    private static void changeItInTwoTabs(Browser browser, String place, String field, String save) {
        browser.open(place);
        browser.type(field, "Mine");
        var mine = browser.tab();
        browser.open(place);
        browser.type(field, "Theirs");
        browser.click(save);
        browser.seeText("tn-toast", "saved");
        browser.turnTo(mine);
        browser.click(save);
        browser.seeText(".save-bar [role=alert]", "Somebody else has changed");
        browser.type(field, "Mine again");
        browser.click(save);
        browser.seeText("tn-toast", "saved");
    }

    private static void signOut(Browser browser) {
        browser.click("tn-account button.account");
        browser.click("[data-sign-out]");
        browser.see("#sign-in");
        browser.open("/apps");
        browser.see("#sign-in");
    }
}

package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracenova.account.Accounts;
import tracenova.account.SignedIn;
import tracenova.app.ApiKey;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.app.IssuedKey;
import tracenova.app.KeyLookup;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;
import tracenova.table.Table;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class FirstAppTest {

    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final ApplicationContext context = TestContext.builder()
            .properties(Map.of("open.registration", "open"))
            .singletons((HttpTransport) _ -> aws, Retrying.immediate())
            .beanDefinitions(TestContext.instead(InstantSource.class, clock))
            .start();
    private final Apps apps = context.getBean(Apps.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void isKeptBesideTheData() throws IOException {
        var first = start();

        assertThat(start()).isEqualTo(first);
        assertThat(signsIn(first)).isTrue();
        assertThat(isLive(first)).isTrue();
    }

    @Test
    void whereItsFileIsLostOwnerAndAppStayAndGetNewCredentials() throws IOException {
        var lost = start();
        Files.delete(data.resolve(FirstApp.FILE));

        var found = start();

        assertThat(List.of(found.app(), found.email())).containsExactly(lost.app(), lost.email());
        assertThat(signsIn(found)).isTrue();
        assertThat(signsIn(lost)).isFalse();
        assertThat(isLive(found)).isTrue();
        assertThat(start()).isEqualTo(found);
    }

    @Test
    void ofTwoLiveKeysTheOlderOneMakesRoom() throws IOException {
        var first = start();
        clock.advance(Duration.ofMinutes(1));
        var second = apps.issueKey(app(first), "Second").orElseThrow();
        Files.delete(data.resolve(FirstApp.FILE));

        var found = start();

        assertThat(isLive(first)).isFalse();
        assertThat(isLive(found)).isTrue();
        assertThat(apps.keys(app(first).id())).filteredOn(key -> key.revoked().isEmpty()).extracting(IssuedKey::id)
                .contains(second.id()).hasSize(2);
    }

    @Test
    void aFileThatIsNotReadableIsMadeAgain() throws IOException {
        var first = start();
        for (var broken : List.of("", "{", "{\"app\":5}", "[]")) {
            Files.writeString(data.resolve(FirstApp.FILE), broken);

            assertThat(start().app()).as(broken).isEqualTo(first.app());
        }
    }

    @Test
    void inATableThatOthersFillTooTheirOwnerIsLeftAlone() throws IOException {
        var theirs = FirstApp.in(data, false, apps, accounts(), json());
        Files.delete(data.resolve(FirstApp.FILE));

        var mine = FirstApp.in(data, false, apps, accounts(), json());

        assertThat(mine.app()).isNotEqualTo(theirs.app());
        assertThat(signsIn(theirs)).isTrue();
        assertThat(isLive(theirs)).isTrue();
    }

    private FirstApp start() throws IOException {
        return FirstApp.in(data, true, apps, accounts(), json());
    }

    private Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    private JsonMapper json() {
        return context.getBean(JsonMapper.class);
    }

    private App app(FirstApp first) {
        return apps.find(new AppId(first.app())).orElseThrow();
    }

    private boolean signsIn(FirstApp first) {
        return accounts().signIn(first.email(), first.password(), "test") instanceof SignedIn.Granted;
    }

    private boolean isLive(FirstApp first) {
        return new KeyLookup(context.getBean(Table.class), clock).find(ApiKey.parse(first.apiKey()).orElseThrow())
                .isPresent();
    }
}

package tracenova.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracenova.id.Secrets;
import tracenova.table.Table;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class AppsTest {

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final Table table = new Table(TestClients.over(aws).dynamoDb(), TestContext.TABLE);
    private final Apps apps = new Apps(table, clock, Secrets.system());
    private final App app = apps.create("ws", "shop", "Web", ZoneId.of("Europe/Berlin"), "EUR");

    @Test
    void anAppIsFoundAndListed() {
        var other = apps.create("ws", "other", "iOS", ZoneOffset.UTC, "USD");

        assertThat(apps.find(app.id())).contains(app);
        assertThat(apps.list()).containsExactlyInAnyOrder(app, other);
        assertThat(apps.exists(app.id())).isTrue();
        assertThat(apps.exists(new AppId("none"))).isFalse();
        assertThat(apps.find(new AppId("none"))).isEmpty();
    }

    @Test
    void S01_onlyHashesOfKeysAreStored() {
        var keys = IntStream.range(0, 20).mapToObj(i -> {
            var key = apps.issueKey(app);
            apps.revokeKey(app, key.id());
            return key;
        }).toList();

        var dump = aws.items(TestContext.TABLE).toString();

        assertThat(keys).allSatisfy(key -> {
            assertThat(dump).contains(key.hash());
            assertThat(dump).doesNotContain(key.text()).doesNotContain(key.text().substring(17, 49));
        });
    }

    @Test
    void S06_twoKeysLiveSideBySideUntilOneIsRevoked() {
        var old = apps.issueKey(app);
        var next = apps.issueKey(app);
        assertThat(found(old).app()).isEqualTo(found(next).app());
        assertThat(found(old).contentKey()).isEqualTo(found(next).contentKey()).hasSize(32);

        apps.revokeKey(app, old.id());

        assertThat(new KeyLookup(table, clock).find(old)).isEmpty();
        assertThat(new KeyLookup(table, clock).find(next)).isPresent();
        assertThat(apps.issueKey(app, "Third")).isPresent();
        assertThat(apps.issueKey(app, "Fourth")).isEmpty();
        assertThat(apps.keys(app.id())).extracting(IssuedKey::name).containsExactlyInAnyOrder("Key", "Key", "Third");
    }

    @Test
    void S03_aKeyIsListedByAllButItsSecret() {
        var key = apps.issueKey(app, "Server").orElseThrow();
        assertThat(apps.keys(app.id())).containsExactly(
                new IssuedKey(key.id(), "Server", clock.instant(), Optional.empty()));
        clock.advance(Duration.ofMinutes(1));

        apps.revokeKey(app, key.id());
        apps.revokeKey(app, key.id());

        assertThat(apps.keys(app.id())).extracting(IssuedKey::revoked).containsExactly(Optional.of(clock.instant()));
        assertThat(key.text()).startsWith(apps.keys(app.id()).getFirst().prefix() + "_");
    }

    @Test
    void anAppOfAnotherWorkspaceIsNotThere() {
        var other = apps.create("other", "shop", "Web", ZoneOffset.UTC, "EUR");

        assertThat(apps.find("ws", app.id())).contains(app);
        assertThat(apps.find("ws", other.id())).isEmpty();
        assertThat(apps.list("ws")).containsExactly(app);
    }

    @Test
    void B152_ofTwoChangesOfTheSameOneIsMade() {
        var renamed = app.changed("renamed", "iOS", ZoneOffset.UTC, "CHF", Switches.ALL_ON);
        assertThat(apps.replace(app, renamed)).isTrue();

        assertThat(apps.replace(app, app.changed(new Switches(false, Set.of())))).isFalse();

        assertThat(apps.find(app.id())).contains(renamed);
        apps.setSwitches(app, new Switches(false, Set.of()));
        assertThat(apps.find(app.id())).contains(renamed.changed(new Switches(false, Set.of())));
        assertThat(apps.replace(renamed, renamed.changed(Switches.ALL_ON))).isFalse();
    }

    @Test
    void B152_aFunnelIsReplacedOnlyIfItIsWhatWasRead() {
        var read = apps.defineFunnel(app, "checkout", List.of("cart", "done"));
        var next = apps.replaceFunnel(app, read, "Checkout", read.steps()).orElseThrow();

        assertThat(apps.replaceFunnel(app, read, "Other", List.of())).isEmpty();
        assertThat(apps.funnels(app.id())).containsExactly(next);
        apps.deleteFunnel(app, "checkout");
        assertThat(apps.replaceFunnel(app, next, "Other", List.of())).isEmpty();
        assertThat(apps.funnels(app.id())).isEmpty();
    }

    @Test
    void aDeletedAppIsNotChangedBack() {
        apps.delete(app);

        assertThat(apps.replace(app, app.changed(new Switches(false, Set.of())))).isFalse();
        assertThat(apps.list()).isEmpty();
    }

    @Test
    void B180_aDeletedAppIsHiddenAndItsKeysAreDead() {
        var key = apps.issueKey(app);

        apps.delete(app);

        assertThat(apps.exists(app.id())).isFalse();
        assertThat(apps.find(app.id())).isEmpty();
        assertThat(apps.find("ws", app.id())).isEmpty();
        assertThat(apps.list()).isEmpty();
        assertThat(new KeyLookup(table, clock).find(key)).isEmpty();
    }

    @Test
    void X59_switchesReachEveryKeyAndReviveNone() {
        var live = apps.issueKey(app);
        var revoked = apps.issueKey(app);
        apps.revokeKey(app, revoked.id());

        apps.setSwitches(app, new Switches(false, Set.of("apm", "crash")));

        assertThat(found(live).switches()).isEqualTo(new Switches(false, Set.of("apm", "crash")));
        assertThat(new KeyLookup(table, clock).find(revoked)).isEmpty();
        var later = apps.issueKey(app);
        assertThat(found(later).switches().tracking()).isFalse();
        assertThat(found(live).contentKey()).isEqualTo(found(later).contentKey());
        assertThat(apps.find(app.id()).orElseThrow().switches()).isEqualTo(found(live).switches());
    }

    @Test
    void revokingAnUnknownKeyDoesNothing() {
        apps.revokeKey(app, "none");

        assertThat(apps.list()).containsExactly(app);
    }

    @Test
    void funnelsKeepTheirNumbers() {
        var first = apps.defineFunnel(app, "checkout", List.of("cart", "done"));
        var second = apps.defineFunnel(app, "signup", List.of("form", "mail"));
        var changed = apps.defineFunnel(app, "checkout", List.of("cart", "payment", "done"));

        assertThat(List.of(first.number(), second.number(), changed.number())).containsExactly(1L, 2L, 1L);
        assertThat(apps.funnels(app.id())).containsExactly(changed, second);

        assertThat(apps.createFunnel(app, "signup", "Again", List.of())).isEmpty();

        apps.deleteFunnel(app, "checkout");
        assertThat(apps.funnels(app.id())).containsExactly(second);
    }

    @Test
    void funnelsOfAnotherAppAreNotSeen() {
        apps.defineFunnel(app, "checkout", List.of("cart"));

        assertThat(apps.funnels(apps.create("ws", "other", "Web", ZoneOffset.UTC, "EUR").id())).isEmpty();
    }

    private KeyEntry found(ApiKey key) {
        return new KeyLookup(table, clock).find(key).orElseThrow();
    }
}

package tracenova.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.id.Secrets;
import tracenova.table.Table;
import tracenova.testkit.Crash;
import tracenova.testkit.FakeAws;
import tracenova.testkit.Fault;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// A key that was revoked is dead, whatever else happens to its app at any moment of it.
class RevocationTest {

    enum Change {
        SWITCHES((apps, app) -> apps.setSwitches(app, new Switches(true, Set.of("crash")))),
        NAME((apps, app) -> {
            var now = apps.find(app.id()).orElseThrow();
            apps.replace(now, new App(now.id(), now.workspace(), "renamed", now.platform(), now.timeZone(),
                    now.currency(), now.created(), now.settings() + 1, now.switches()));
        }),
        ANOTHER_KEY((apps, app) -> apps.issueKey(app, "other")),
        FUNNEL((apps, app) -> apps.createFunnel(app, "checkout", "Checkout", List.of())),
        REVOKED((apps, app) -> apps.keys(app.id()).forEach(key -> apps.revokeKey(app, key.id()))),
        DELETED((apps, app) -> apps.delete(app));

        private final BiConsumer<Apps, App> perform;

        Change(BiConsumer<Apps, App> perform) {
            this.perform = perform;
        }
    }

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final FaultyTransport transport = new FaultyTransport(aws, clock);
    private final Apps apps = apps(TestClients.over(aws));
    private final Apps watched = apps(TestClients.over(transport));

    private Apps apps(TestClients clients) {
        return new Apps(new Table(clients.dynamoDb(), TestContext.TABLE), clock, Secrets.system());
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhenItComesAtAnyCallOfAnotherChange(Change change) {
        everyCall(change, app -> change.perform.accept(watched, app), (app, key) -> apps.revokeKey(app, key.id()));
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhenAnotherChangeComesAtAnyCallOfIt(Change change) {
        everyCall(change, app -> apps.keys(app.id()).forEach(key -> watched.revokeKey(app, key.id())),
                (app, key) -> change.perform.accept(apps, app));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Plain.class, names = {"CRASH_BEFORE", "CRASH_AFTER", "E500"})
    void whatDiedOnTheWayIsNotListedAsRevokedWhileTheKeyLives(Fault.Plain fault) {
        boolean more = true;
        for (int call = 1; more; call++) {
            var app = apps.create("ws", "shop", "Web", ZoneId.of("UTC"), "EUR");
            var key = apps.issueKey(app);
            at(call, () -> fault);
            try {
                watched.revokeKey(app, key.id());
            } catch (Crash | SdkException e) {
                // It is tried again below.
            }
            more = transport.calls().size() >= call;

            boolean listed = apps.keys(app.id()).getFirst().revoked().isPresent();
            assertThat(listed && isLive(key)).as("call " + call).isFalse();
            apps.revokeKey(app, key.id());
            assertThat(isLive(key)).isFalse();
            assertThat(apps.issueKey(app, "one")).isPresent();
            assertThat(apps.issueKey(app, "two")).isPresent();
        }
    }

    /// Calls are counted from now on.
    private void at(int call, Supplier<Fault> happening) {
        transport.forget();
        transport.plan(attempt -> attempt.position() == call ? happening.get() : Fault.Plain.NONE);
    }

    private interface Performed {
        void on(App app);
    }

    /// At each call of `first`, all of `meanwhile`.
    private void everyCall(Change change, Performed first, BiConsumer<App, ApiKey> meanwhile) {
        boolean more = true;
        for (int call = 1; more; call++) {
            var app = apps.create("ws", "shop", "Web", ZoneId.of("UTC"), "EUR");
            var key = apps.issueKey(app);
            at(call, () -> {
                meanwhile.accept(app, key);
                return Fault.Plain.NONE;
            });
            first.on(app);
            more = transport.calls().size() >= call;

            assertThat(!more || !isLive(key)).as(change + ", call " + call).isTrue();
            assertThat(apps.keys(app.id())).filteredOn(listed -> listed.id().equals(key.id()))
                    .allMatch(listed -> !isLive(key) == listed.revoked().isPresent());
        }
    }

    private boolean isLive(ApiKey key) {
        return new KeyLookup(new Table(TestClients.over(aws).dynamoDb(), TestContext.TABLE), clock).find(key)
                .isPresent();
    }
}

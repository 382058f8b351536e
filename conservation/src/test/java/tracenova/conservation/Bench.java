package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracenova.app.ApiKey;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.aws.AwsClients;
import tracenova.id.Secrets;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// What one thread needs to run schedules one after the other: a clock, and an AWS with two apps to copy.
final class Bench {

    private final TestClock clock = new TestClock();
    private final LakeReader lake = new LakeReader();
    private final Map<Instant, Prepared> prepared = new HashMap<>();

    /// An AWS in which two apps of two workspaces have a key and a funnel each.
    record Prepared(FakeAws aws, List<App> apps, List<ApiKey> keys) {

        Prepared copy() {
            return new Prepared(aws.copy(), apps, keys);
        }
    }

    LakeReader lake() {
        return lake;
    }

    TestClock clock() {
        return clock;
    }

    Prepared at(Instant start) {
        var ready = prepared.computeIfAbsent(start, this::prepare).copy();
        clock.set(start);
        return ready;
    }

    private Prepared prepare(Instant start) {
        clock.set(start.minus(Duration.ofMinutes(10)));
        var aws = TestContext.aws(clock);
        var world = new World(aws, this, 1, Mutant.NONE, new Report());
        try (var context = TestContext.builder()
                .beanDefinitions(
                        TestContext.instead(InstantSource.class, clock),
                        TestContext.instead(AwsClients.class, new Clients(Role.REPLAY, true)),
                        TestContext.instead(Secrets.class, world.secrets()))
                .start()) {
            var apps = context.getBean(Apps.class);
            var first = apps.create("ws-one", "Shop", "web", ZoneId.of("Europe/Berlin"), "EUR");
            var second = apps.create("ws-two", "Blog", "ios", ZoneId.of("Asia/Kolkata"), "INR");
            for (var app : List.of(first, second)) {
                apps.defineFunnel(app, Event.FUNNEL, List.of(Event.STEP_KEY, "pay"));
                apps.defineFunnel(app, Event.OTHER_FUNNEL, List.of(Event.STEP_KEY));
            }
            return new Prepared(aws, List.of(first, second), List.of(apps.issueKey(first), apps.issueKey(second)));
        }
    }
}

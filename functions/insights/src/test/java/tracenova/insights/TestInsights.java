package tracenova.insights;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Switches;
import tracenova.lake.Manifest;
import tracenova.lake.TestLake;
import tracenova.lake.TestRequest;

/// An app called `shop` with a lake, and its insights.
final class TestInsights implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final TestLake lake = new TestLake();
    private String reconciled = "{}";

    TestLake lake() {
        return lake;
    }

    /// Merges each request by itself, as if it had come in a minute of its own.
    TestInsights with(TestRequest... requests) {
        for (var request : requests) {
            lake.clock().advance(Duration.ofMinutes(1));
            lake.merge("shop", request);
        }
        return this;
    }

    /// Takes these lines into the lake.
    TestInsights with(String lines) {
        lake.clock().advance(Duration.ofMinutes(1));
        lake.merge("shop", java.util.List.of(lake.object("shop", TestRequest.gzip(lines))));
        return this;
    }

    TestInsights reconciled(String json) {
        reconciled = json;
        return this;
    }

    static App app(ZoneId zone) {
        return new App(new AppId("shop"), "ws", "Shop", "Web", zone, "EUR", NOON, 1, Switches.ALL_ON);
    }

    Manifest manifest() {
        return lake.manifest("shop");
    }

    <T extends Record> T ask(Class<T> answer, ZoneId zone) {
        return answer.cast(ask(zone).get(Insight.parse(answer.getSimpleName())));
    }

    Map<Insight, Record> ask(ZoneId zone) {
        return lake.bean(Questions.class).ask(app(zone), manifest(), reconciled);
    }

    <T extends Record> T ask(Class<T> answer) {
        return ask(answer, ZoneId.of("UTC"));
    }

    @Override
    public void close() {
        lake.close();
    }
}

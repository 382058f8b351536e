package tracenova.ingest;

import io.micronaut.context.ApplicationContext;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.KeyLookup;
import tracenova.aws.ClientLimits;
import tracenova.ingest.Answer.Refused;
import tracenova.ingest.Answer.Stored;
import tracenova.queue.QueueLimits;
import tracenova.table.TableLimits;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.RewindableAws;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// Sends requests to [Ingest] as one app, in one sandbox over an AWS in memory.
final class Requests implements AutoCloseable {

    static final String BATCH = "/api/v1/track/batch";
    static final String TRACK = "/api/v1/track";
    static final String SCREEN_VIEWS = "/api/v1/screen-views";

    final TestClock clock;
    final RewindableAws aws;
    final FaultyTransport transport;
    final SilentLog log = new SilentLog();
    final App app;
    private final String key;
    private final ApplicationContext context;

    Requests() {
        this(new TestClock());
    }

    private Requests(TestClock clock) {
        this(clock, new RewindableAws(clock), null, null);
    }

    private Requests(TestClock clock, RewindableAws aws, App app, String key) {
        this.clock = clock;
        this.aws = aws;
        this.transport = new FaultyTransport(aws, clock);
        this.context = TestContext.start(transport, clock, log,
                new TableLimits(ClientLimits.TABLE_INGEST), new QueueLimits(ClientLimits.QUEUE_INGEST));
        this.app = app == null ? apps().create("ws", "shop", "Web", ZoneOffset.UTC, "EUR") : app;
        this.key = key == null ? apps().issueKey(this.app).text() : key;
        aws.keep();
        transport.forget();
    }

    /// The same app in another sandbox: the same tables and queue, nothing else in common.
    Requests another() {
        return new Requests(clock, aws, app, key);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Apps apps() {
        return bean(Apps.class);
    }

    KeyLookup keys() {
        return bean(KeyLookup.class);
    }

    Answer send(String path, String body) {
        return send(path, body, Map.of());
    }

    Answer send(String path, String body, Map<String, String> more) {
        return send(path, Map.entry(body, false), more);
    }

    /// A body, and whether it is in base64.
    Answer send(String path, Map.Entry<String, Boolean> body, Map<String, String> more) {
        var headers = new HashMap<>(Map.of("content-type", "application/json", "x-api-key", key));
        headers.putAll(more);
        return bean(Ingest.class)
                .accept(new IngestRequest("POST", path, headers, "203.0.113.7", body.getKey(), body.getValue()));
    }

    Stored store(String path, String body) {
        return store(path, body, Map.of());
    }

    Stored store(String path, String body, Map<String, String> more) {
        return switch (send(path, body, more)) {
            case Stored stored -> stored;
            case Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    Problem refuse(String path, String body) {
        return switch (send(path, body)) {
            case Stored stored -> throw new AssertionError(stored.toString());
            case Refused(var problem) -> problem;
        };
    }

    static String events(List<String> events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    /// `accepted`, `duplicate` or a code, for each event.
    static List<String> outcomes(Answer answer) {
        return answer instanceof Stored stored ? stored.outcomes().stream().map(outcome -> switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Duplicate _ -> "duplicate";
            case Outcome.Rejected rejected -> rejected.code().toString();
        }).toList() : List.of(((Refused) answer).problem().type().slug());
    }

    /// The operations called since the last [FaultyTransport#forget].
    List<String> calls() {
        return transport.calls().stream().map(call -> call.operation()).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}

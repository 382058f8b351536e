package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import tracenova.app.AppId;
import tracenova.aws.ClientLimits;
import tracenova.id.Secrets;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.table.Table;
import tracenova.testkit.FakeAws;
import tracenova.testkit.Json;
import tracenova.testkit.StoredObject;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;
import tracenova.testkit.WireReply;

/// One AWS, one clock, the sandboxes of the product's functions, and what their runs are about. Nothing in it
/// happens by itself and nothing at random but by the seed.
final class World {

    /// Of the schedule's thread, and of its runs' own threads.
    private static final ThreadLocal<World> CURRENT = new InheritableThreadLocal<>();

    /// A request that was given up lands within this time or never: its connection is gone.
    private static final Duration LANDS_WITHIN = Duration.ofMinutes(10);

    private final FakeAws aws;
    private final TestClock clock;
    private final LakeReader lake;
    private final Mutant mutant;
    private final Report report;
    private final Facts facts;
    private final Random random;
    private final Map<Role, List<Sandbox>> sandboxes = new HashMap<>();
    private final List<Running> paused = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private final Map<String, WireReply> lastReads = new HashMap<>();
    private final StringBuilder logged = new StringBuilder();
    private Duration clockError = Duration.ZERO;
    private int steps;
    private int runs;
    private List<AppId> apps = List.of();

    private record Later(int step, Instant latest, Runnable effect) {}

    World(FakeAws aws, Bench bench, long seed, Mutant mutant, Report report) {
        this.aws = aws;
        this.clock = bench.clock();
        this.lake = bench.lake();
        this.mutant = mutant;
        this.report = report;
        this.facts = new Facts(this);
        this.random = new Random(seed);
        CURRENT.set(this);
    }

    static World current() {
        return CURRENT.get();
    }

    World ofApps(List<AppId> ids) {
        apps = ids;
        return this;
    }

    FakeAws aws() {
        return aws;
    }

    Instant now() {
        return clock.instant();
    }

    Mutant mutant() {
        return mutant;
    }

    Report report() {
        return report;
    }

    Facts facts() {
        return facts;
    }

    int steps() {
        return steps;
    }

    /// Every line the product logged.
    String logged() {
        return logged.toString();
    }

    Secrets secrets() {
        return length -> {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    Log log() {
        return new Log() {
            @Override
            public void line(String event, Map<String, String> values) {
                logged.append(event).append(' ').append(values).append('\n');
            }

            @Override
            public void count(Metric metric, long value) {
                facts.counted(metric, value);
            }
        };
    }

    int nextNumber() {
        return ++runs;
    }

    AppId appId(int number) {
        return apps.get(number);
    }

    Optional<StoredObject> object(String name) {
        return Optional.ofNullable(aws.objects(TestContext.BUCKET).get(name));
    }

    /// Takes an object out of the bucket behind everybody's back.
    void delete(String object) {
        bucket().deleteObject(request -> request.bucket(TestContext.BUCKET).key(object));
    }

    /// As if the lake had never been; sandboxes that knew it are gone as well.
    void emptyTheBucket() {
        aws.objects(TestContext.BUCKET).keySet().forEach(this::delete);
        facts.lake().forget();
        dropAll();
    }

    private S3Client bucket() {
        return new Clients(Role.REPLAY, true).build("s3", S3Client.builder().forcePathStyle(true),
                ClientLimits.BUCKET_SMALL);
    }

    /// The world's own hand on the queue.
    SqsClient queue() {
        return new Clients(Role.REPLAY, true).build("sqs", SqsClient.builder(), ClientLimits.QUEUE_SCHEDULED);
    }

    /// The world's own hand on the table.
    Table table() {
        var client = new Clients(Role.REPLAY, true)
                .build("dynamodb", DynamoDbClient.builder(), ClientLimits.TABLE_SCHEDULED);
        return new Table(client, TestContext.TABLE);
    }

    /// Sandboxes started from now on are this wrong about the time.
    void setClockError(Duration error) {
        clockError = error;
    }

    /// A run in the `preferred` sandbox of its role, or another one where that is busy; not yet started.
    Running prepare(Role role, int preferred, Object input, Act act, Consumer<Running> ended) {
        return new Running(this, free(role, preferred), Json.bytes(input), act, ended);
    }

    void start(Running running) {
        running.start();
        if (running.isPaused()) paused.add(running);
    }

    private Sandbox free(Role role, int preferred) {
        var warm = sandboxes.computeIfAbsent(role, key -> new ArrayList<>());
        for (int i = preferred;; i++) {
            while (warm.size() <= i) warm.add(new Sandbox(role, this, lake, clockError));
            if (!warm.get(i).isBusy()) return warm.get(i);
        }
    }

    /// The sandbox and all that it remembers is gone.
    void drop(Sandbox sandbox) {
        sandboxes.get(sandbox.role()).remove(sandbox);
    }

    /// All sandboxes are gone that do not run: a deployment, or an hour of idleness.
    void dropAll() {
        sandboxes.values().forEach(warm -> warm.removeIf(sandbox -> !sandbox.isBusy()));
    }

    /// One more step of the schedule is done: who waited for it goes on.
    void stepDone() {
        steps++;
        land(effect -> effect.step <= steps);
        for (var running : List.copyOf(paused)) {
            if (running.isDue(steps)) resume(running);
        }
    }

    /// Whoever still waits goes on, and every late effect lands.
    void finishAll() {
        land(effect -> true);
        while (!paused.isEmpty()) {
            resume(paused.getFirst());
        }
    }

    /// Ends all that is paused without an effect.
    void close() {
        paused.forEach(Running::kill);
        paused.clear();
    }

    private void resume(Running running) {
        running.resume();
        if (!running.isPaused()) paused.remove(running);
    }

    void advance(Duration by) {
        var to = now().plus(by);
        land(effect -> effect.latest.isBefore(to));
        clock.set(to);
    }

    void later(int inSteps, Runnable effect) {
        later.add(new Later(steps + inSteps, now().plus(LANDS_WITHIN), effect));
    }

    private void land(Predicate<Later> due) {
        for (var effect : List.copyOf(later)) {
            if (due.test(effect)) {
                later.remove(effect);
                effect.effect.run();
            }
        }
    }

    /// What AWS does with a call and answers.
    WireReply apply(Call call, Running running) {
        var reply = aws.answer(call.request());
        facts.applied(call, running, reply);
        if (call.aws().eventual()) lastReads.put(call.key(), reply);
        return reply;
    }

    /// What AWS answered the last time, where the call is one that replicas answer.
    WireReply stale(Call call, Running running) {
        var before = call.aws().eventual() ? lastReads.get(call.key()) : null;
        return before == null ? apply(call, running) : before;
    }
}

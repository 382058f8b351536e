package tracenova.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import tracenova.testkit.TestContext;

/// The whole pipeline over ten simulated minutes of traffic, then the clock until the hour is reconciled.
final class Ledger {

    private static final double MILLION = 1e6;
    private static final int MINUTES = 10;
    private static final int ANSWER_BYTES = 300;
    private static final String URL = "http://aws.test/000000000000/" + TestContext.QUEUE;

    // The template's: at most so many messages per collect, waited for at most so long.
    private static final int BATCH = 500;
    private static final double WINDOW_SECONDS = 5;

    private static final LocalTime SALT = LocalTime.of(0, 10);

    /// @param perRequest events per request
    /// @param perSession events per session
    record Traffic(int perRequest, int perSession) {

        /// As many messages as come in the window when a million events come in ten minutes.
        int batch() {
            return (int) Math.min(BATCH, MILLION / perRequest / MINUTES / 60 * WINDOW_SECONDS);
        }

        /// The least number of events that fills a collect in every minute.
        int least() {
            return MINUTES * batch() * perRequest;
        }
    }

    private final Traffic traffic;
    private final Product product;
    private final Payloads payloads;
    private final SqsClient poller;

    private Ledger(Traffic traffic, Product product) {
        this.traffic = traffic;
        this.product = product;
        this.payloads = new Payloads(1, product.clock, traffic.perSession);
        this.poller = product.context(Sandbox.COLLECT).getBean(SqsClient.class);
    }

    /// What a million events use, by stage. Everything is linear in the number of events at equal time, so it is
    /// measured at two numbers and drawn on.
    static Map<Stage, Usage> ofAMillion(Traffic traffic) {
        int least = traffic.least();
        // The first is forgotten: a JVM that has just started is slow, and Lambda's is not started for each run.
        measure(traffic, least);
        var small = measure(traffic, least);
        var large = measure(traffic, 2 * least);
        var million = new EnumMap<Stage, Usage>(Stage.class);
        for (var stage : Stage.values()) {
            var one = small.getOrDefault(stage, Usage.NONE);
            var two = large.getOrDefault(stage, Usage.NONE);
            million.put(stage, two.plus(one.growthTo(two).times((MILLION - 2 * least) / least)));
        }
        return million;
    }

    /// What this many events in ten minutes use.
    static Map<Stage, Usage> measure(Traffic traffic, int events) {
        try (var product = new Product()) {
            return new Ledger(traffic, product).run(events);
        }
    }

    private Map<Stage, Usage> run(int events) {
        // Well inside an hour, so that all that happens is of one.
        product.clock.set(Instant.parse("2026-01-31T12:05:00Z"));
        product.meter.forgetUsage();
        for (int minute = 0; minute < MINUTES; minute++) {
            send(events / MINUTES / traffic.perRequest);
            collect();
            nextMinute(product);
        }
        while (product.clock.instant().isBefore(Instant.parse("2026-01-31T13:22:00Z"))) {
            collect();
            nextMinute(product);
        }
        var usage = product.meter.usage();
        usage.put(Stage.STORAGE, keptAfterTheNextEvent());
        return usage;
    }

    /// Files that were replaced go when the next run moves the lake an hour later; they are not kept for a month.
    private Usage keptAfterTheNextEvent() {
        send(1);
        collect();
        nextMinute(product);
        return product.kept();
    }

    private void send(int requests) {
        for (int i = 0; i < requests; i++) {
            product.send(traffic.perRequest == 1 ? payloads.pv1() : payloads.mix(traffic.perRequest));
            product.meter.add(Stage.FRONT_DOOR, Usage.ofRequests(1, ANSWER_BYTES));
        }
    }

    /// The clock moves on, and what is due runs.
    static void nextMinute(Product product) {
        product.clock.advance(Duration.ofMinutes(1));
        var time = LocalTime.ofInstant(product.clock.instant(), ZoneOffset.UTC);
        product.tick(Sandbox.COMPACT);
        product.tick(Sandbox.INSIGHTS);
        if (time.getMinute() == 20) product.tick(Sandbox.RECONCILE);
        if (time.equals(SALT)) product.tick(Sandbox.SALT);
    }

    /// Write units of tracking and collect per event, without the day's salt.
    static double writesPerEvent(Traffic traffic, int events) {
        try (var product = new Product()) {
            product.meter.forgetUsage();
            var ledger = new Ledger(traffic, product);
            ledger.send(events / traffic.perRequest);
            ledger.collect();
            return (product.meter.usage().get(Stage.TABLE).writeUnits() - 1) / events;
        }
    }

    /// A month of one event a minute, taken to be like one of its hours.
    static Usage trickle() {
        try (var product = new Product()) {
            var ledger = new Ledger(new Traffic(1, 10), product);
            ledger.minutes(5);
            product.meter.forgetUsage();
            ledger.minutes(60);
            var hour = product.meter.usage().values().stream().reduce(Usage.NONE, Usage::plus);
            return hour.times(24 * 30).plus(product.kept().times(24 * 30 / 2.0));
        }
    }

    private void minutes(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            send(1);
            collect();
            nextMinute(product);
        }
    }

    static Usage total(Map<Stage, Usage> stages) {
        return stages.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    /// One page view goes the whole way, until its hour is reconciled and all files it replaced are gone.
    static void oneEvent(Product product) {
        var ledger = new Ledger(new Traffic(1, 1), product);
        ledger.send(1);
        ledger.collect();
        for (int minute = 0; minute < 150; minute++) {
            nextMinute(product);
        }
    }

    /// What Lambda does with the queue: receives and deletes in tens, invokes with as many as the window brings.
    private void collect() {
        var batch = new ArrayList<Message>();
        for (var some = receive(); !some.isEmpty(); some = receive()) {
            batch.addAll(some);
            if (batch.size() >= traffic.batch()) flush(batch);
        }
        flush(batch);
    }

    private List<Message> receive() {
        // An empty answer is not billed here: the polling of an empty queue is the idle month's.
        return product.aws.messages(TestContext.QUEUE).isEmpty() ? List.of()
                : poller.receiveMessage(request -> request.queueUrl(URL).maxNumberOfMessages(10)).messages();
    }

    private void flush(List<Message> batch) {
        if (batch.isEmpty()) return;
        product.deliver(batch.stream().map(Message::body).toList());
        for (int from = 0; from < batch.size(); from += 10) {
            var entries = batch.subList(from, Math.min(batch.size(), from + 10)).stream()
                    .map(message -> DeleteMessageBatchRequestEntry.builder()
                            .id(message.messageId()).receiptHandle(message.receiptHandle()).build())
                    .toList();
            poller.deleteMessageBatch(request -> request.queueUrl(URL).entries(entries));
        }
        batch.clear();
    }
}

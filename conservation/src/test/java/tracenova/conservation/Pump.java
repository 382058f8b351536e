package tracenova.conservation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tracenova.testkit.Json;
import tracenova.testkit.TestContext;

/// The queue between the functions, as badly behaved as a queue may be.
final class Pump {

    private static final String QUEUE = TestContext.queueUrl(TestContext.QUEUE);

    private final World world;
    private final SqsClient sqs;

    Pump(World world) {
        this.world = world;
        this.sqs = world.queue();
    }

    /// The first run that it made collect do, or `null`.
    Running deliver(Step.Deliver how, Act act) {
        var received = received();
        var kept = new ArrayList<Message>();
        for (int i = 0; i < received.size(); i++) {
            if ((how.lost() >> i % 31 & 1) == 1) lose(received.get(i));
            else kept.add(received.get(i));
        }
        var deliveries = new ArrayList<Message>();
        for (int copy = 0; copy < how.copies(); copy++) deliveries.addAll(kept);
        var order = world.mutant().inOrder() ? 0 : how.order();
        if (order == 0) deliveries.sort(java.util.Comparator.comparing(Message::body));
        else Collections.shuffle(deliveries, new Random(order));
        Running first = null;
        for (int from = 0; from < deliveries.size(); from += how.group()) {
            var group = deliveries.subList(from, Math.min(deliveries.size(), from + how.group()));
            var run = collect(group, how.kept(), first == null ? act : Act.of(act.step()));
            first = first == null ? run : first;
        }
        return first;
    }

    /// Everything that is visible.
    private List<Message> received() {
        var all = new ArrayList<Message>();
        while (true) {
            var some = sqs
                    .receiveMessage(request -> request.queueUrl(QUEUE).maxNumberOfMessages(10).visibilityTimeout(100))
                    .messages();
            if (some.isEmpty()) return all;
            all.addAll(some);
        }
    }

    /// The queue loses a message without anybody having taken it.
    private void lose(Message message) {
        world.facts().lost().add(Facts.chunkOf(message.body()));
        delete(message);
    }

    private void delete(Message message) {
        sqs.deleteMessage(request -> request.queueUrl(QUEUE).receiptHandle(message.receiptHandle()));
    }

    private Running collect(List<Message> messages, boolean kept, Act act) {
        var unique = new ArrayList<Message>();
        var seen = new HashSet<String>();
        for (var message : messages) if (seen.add(message.messageId())) unique.add(message);
        var records = unique.stream().map(message -> Map.of("messageId", message.messageId(),
                "receiptHandle", message.receiptHandle(), "body", message.body())).toList();
        var run = world.prepare(Role.COLLECT, 0, Map.of("Records", records), act, running -> {
            if (running.output() != null && !kept) {
                var failed = failures(running.output());
                unique.stream().filter(message -> !failed.contains(message.messageId())).forEach(this::delete);
            }
            if (running.failure() != null && !running.isCrashed()) {
                world.facts().violated("F44", "collect threw " + running.failure());
            }
        });
        world.start(run);
        return run;
    }

    private Set<String> failures(byte[] output) {
        var failed = new HashSet<String>();
        for (var failure : Json
                .<Map<String, Object>>list(world.mutant().answered(Json.object(output)).get("batchItemFailures"))) {
            failed.add((String) failure.get("itemIdentifier"));
        }
        return failed;
    }

    /// Loses all there is.
    void purge() {
        world.aws().messages(TestContext.QUEUE)
                .forEach(message -> world.facts().lost().add(Facts.chunkOf(message.body())));
        sqs.purgeQueue(request -> request.queueUrl(QUEUE));
    }

    /// Replaces one visible message by one that nobody can read.
    void poison(int which, int how) {
        var messages =
                sqs.receiveMessage(request -> request.queueUrl(QUEUE).maxNumberOfMessages(10).visibilityTimeout(0))
                        .messages();
        if (messages.isEmpty()) return;
        var message = messages.get(which % messages.size());
        lose(message);
        sqs.sendMessage(request -> request.queueUrl(QUEUE).messageBody(Poison.values()[how].of(message.body())));
    }

    /// Ways in which a message cannot be read.
    enum Poison {
        CUT,
        NOT_BASE64,
        OTHER_FORMAT,
        ABSURD_KEY,
        BROKEN_BODY;

        String of(String body) {
            return switch (this) {
                case CUT -> body.substring(0, body.length() / 2);
                case NOT_BASE64 -> body.replaceAll("\"body\":\".", "\"body\":\"§").replace('§', '!');
                case OTHER_FORMAT -> body.replace("\"v\":1", "\"v\":99");
                case ABSURD_KEY -> body.replaceAll("\"pk\":\"[^\"]*\"", "\"pk\":\"nowhere\"");
                case BROKEN_BODY -> body.replaceAll("\"body\":\".{12}", "\"body\":\"AAAAAAAAAAAA");
            };
        }
    }

    /// Whether there is anything left to deliver, now or later.
    boolean isEmpty() {
        return world.aws().messages(TestContext.QUEUE).isEmpty();
    }
}

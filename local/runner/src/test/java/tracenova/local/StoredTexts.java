package tracenova.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tracenova.ingest.StoredChunk;
import tracenova.lake.DuckDb;
import tracenova.lake.ObjectNames;
import tracenova.lake.Session;
import tracenova.lake.Workspace;
import tracenova.table.Item;
import tracenova.testkit.TestClients;

/// Everything that the stores hold, unpacked to text, by the place where it stands.
final class StoredTexts {

    private final TestClients clients;
    private final Map<String, String> texts = new TreeMap<>();

    StoredTexts(TestClients clients) {
        this.clients = clients;
    }

    Map<String, String> texts() {
        return texts;
    }

    /// Every item of every table.
    StoredTexts items() {
        var table = clients.dynamoDb();
        for (var name : table.listTables().tableNames()) {
            for (var item : table.scanPaginator(scan -> scan.tableName(name)).items()) {
                texts.put("item " + item.get("pk") + item.get("sk"),
                        item + (item.containsKey("body") ? chunk(item) : ""));
            }
        }
        return this;
    }

    private static String chunk(Map<String, AttributeValue> item) {
        return StoredChunk.of(Item.of(item)).chunk().toString();
    }

    /// Every message of every queue, which are there again afterwards.
    StoredTexts messages() {
        var queues = clients.sqs();
        for (var url : queues.listQueues().queueUrls()) {
            var read = new ArrayList<Message>();
            List<Message> some;
            do {
                some = queues
                        .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(300))
                        .messages();
                read.addAll(some);
            } while (!some.isEmpty());
            for (var message : read) {
                texts.put("message of " + url.substring(url.lastIndexOf('/') + 1) + " " + message.messageId(),
                        message.body() + StoredChunk.ofMessage(message.body()).chunk());
                queues.changeMessageVisibility(
                        change -> change.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
            }
        }
        return this;
    }

    /// Receives one message until it is given up.
    void giveUpOne() {
        var queues = clients.sqs();
        var counts = List.of(QueueAttributeName.REDRIVE_POLICY);
        var url = queues.listQueues().queueUrls().stream()
                .filter(queue -> queues.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(counts))
                        .attributes().containsKey(QueueAttributeName.REDRIVE_POLICY))
                .findFirst().orElseThrow();
        while (!queues.receiveMessage(receive -> receive.queueUrl(url).visibilityTimeout(0)).messages().isEmpty()) {
            // Once more.
        }
    }

    /// The inbox, once something is in it: what is there is gone when the lake has it.
    StoredTexts inbox() throws IOException, InterruptedException {
        while (!texts.keySet().stream().anyMatch(place -> place.startsWith("object " + ObjectNames.INBOX))) {
            Thread.sleep(20);
            objects(ObjectNames.INBOX);
        }
        return this;
    }

    /// Every object of every bucket, Parquet row by row.
    StoredTexts objects() throws IOException {
        return objects("");
    }

    private StoredTexts objects(String prefix) throws IOException {
        var bucket = clients.s3();
        var workspace = new Workspace(1024);
        var duckDb = new DuckDb(workspace);
        try (var session = duckDb.open()) {
            for (var name : bucket.listBuckets().buckets()) {
                for (var object : bucket.listObjectsV2Paginator(list -> list.bucket(name.name()).prefix(prefix))
                        .contents()) {
                    var bytes = bucket.getObjectAsBytes(get -> get.bucket(name.name()).key(object.key())).asByteArray();
                    texts.put("object " + object.key(), text(session, workspace, object.key(), bytes));
                }
            }
        } finally {
            duckDb.close();
        }
        return this;
    }

    private static String text(Session session, Workspace workspace, String name, byte[] bytes) throws IOException {
        if (name.endsWith(".gz")) {
            return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
        }
        if (name.endsWith(".parquet")) {
            var file = Files.write(workspace.fresh(".parquet"), bytes);
            try {
                session.set(Map.of("file", file.toString()));
                return String.join("\n", session.ask(
                        "SELECT to_json(t)::VARCHAR AS row FROM read_parquet(getvariable('file')) t",
                        row -> row.getString("row")));
            } finally {
                Files.delete(file);
            }
        }
        return new String(bytes, UTF_8);
    }
}

package tracenova.pipeline;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tracenova.app.Apps;
import tracenova.ingest.StoredChunk;
import tracenova.queue.ChunkQueue;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.Table;

/// Sends dead letters back to the queue they came from, and every stuck chunk from the table once more.
@Singleton
class Redrive {

    private final SqsClient sqs;
    private final String deadLetters;
    private final Apps apps;
    private final Table table;
    private final ChunkQueue queue;
    private final ReconciledStore reconciled;

    Redrive(SqsClient sqs, @Property(name = "dlq.url") String deadLetters, Apps apps, Table table, ChunkQueue queue,
            ReconciledStore reconciled) {
        this.sqs = sqs;
        this.deadLetters = deadLetters;
        this.apps = apps;
        this.table = table;
        this.queue = queue;
        this.reconciled = reconciled;
    }

    /// How many stuck chunks the queue took again; dead letters move by themselves from here on.
    int run() {
        var arn = sqs
                .getQueueAttributes(
                        request -> request.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes().get(QueueAttributeName.QUEUE_ARN);
        sqs.startMessageMoveTask(request -> request.sourceArn(arn));
        var messages = new ArrayList<String>();
        for (var app : apps.list()) {
            for (var hour : reconciled.read(app.id()).reconciled().hours().values()) {
                for (var chunk : hour.stuck()) {
                    table.getConsistent(ChunkKey.named(app.id(), chunk)).map(StoredChunk::of)
                            .ifPresent(stored -> messages.add(stored.message()));
                }
            }
        }
        return messages.size() - queue.send(messages, () -> limits -> {}).size();
    }
}

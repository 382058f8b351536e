package tracenova.ingest;

import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.aws.ClientLimits;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.queue.ChunkQueue;

/// Queues stored chunks. What cannot be queued is counted and left to reconcile: it is in the table.
@Singleton
class ChunkSender {

    private static final int TRIES = 2;

    private final ChunkQueue queue;
    private final Log log;

    ChunkSender(ChunkQueue queue, Log log) {
        this.queue = queue;
        this.log = log;
    }

    void send(List<StoredChunk> chunks, Deadline deadline) {
        var unsent = chunks.stream().map(StoredChunk::message).toList();
        for (int attempt = 0; attempt < TRIES && !unsent.isEmpty(); attempt++) {
            unsent = attempt(unsent, deadline);
        }
        if (!unsent.isEmpty()) {
            log.count(Metric.ENQUEUE_FAILED, unsent.size());
        }
    }

    private List<String> attempt(List<String> messages, Deadline deadline) {
        try {
            return queue.send(messages, () -> deadline.within(ClientLimits.QUEUE_INGEST));
        } catch (SdkException e) {
            return messages;
        }
    }
}

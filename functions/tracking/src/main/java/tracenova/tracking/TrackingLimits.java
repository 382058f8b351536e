package tracenova.tracking;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import tracenova.aws.ClientLimits;
import tracenova.queue.QueueLimits;
import tracenova.table.TableLimits;

/// A client waits: the calls of a tracking function are short.
@Factory
class TrackingLimits {

    @Singleton
    TableLimits table() {
        return new TableLimits(ClientLimits.TABLE_INGEST);
    }

    @Singleton
    QueueLimits queue() {
        return new QueueLimits(ClientLimits.QUEUE_INGEST);
    }
}

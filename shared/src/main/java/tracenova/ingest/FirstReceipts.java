package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.Instant;
import tracenova.aws.ClientLimits;
import tracenova.table.Item;
import tracenova.table.ItemKey.FirstReceiptKey;
import tracenova.table.Table;

/// When a batch that can be sent again was received first, so that every copy settles on the same times.
@Singleton
class FirstReceipts {

    private final Table table;

    FirstReceipts(Table table) {
        this.table = table;
    }

    /// Only for named batches with a time that is or may become ours; all others never pay for it.
    boolean isNeeded(Batch batch) {
        var times = new Times(batch.receivedAt());
        return batch.named() && batch.events().stream()
                .anyMatch(event -> event.views().stream().anyMatch(view -> times.mayBeOurs(view.time())));
    }

    /// The received time of the first copy, this one included. Throws where that is unknown.
    Instant settle(Intake intake) {
        var batch = intake.batch;
        var mine = Item.at(new FirstReceiptKey(batch.app(), batch.request()))
                .with("received_at", batch.receivedAt().toString())
                .expiring(batch.receivedAt().plus(Times.RECEIPT));
        return table.putIfAbsent(mine, intake.deadline.within(ClientLimits.TABLE_INGEST))
                .map(first -> Instant.parse(first.text("received_at")))
                .orElse(batch.receivedAt());
    }
}

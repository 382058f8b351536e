package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.app.AppId;
import tracenova.aws.ClientLimits;
import tracenova.id.Secrets;
import tracenova.table.Hour;
import tracenova.table.Item;
import tracenova.table.ItemKey.RefusedKey;
import tracenova.table.Table;

/// Counts the requests refused as a whole, per app, hour and reason: one item per sandbox, replaced with
/// absolute numbers at the first refusal and then at most every 10 seconds. A lower bound.
@Singleton
class Refusals {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int APPS = 1_000;

    private final Table table;
    private final Secrets secrets;
    private String sandbox;
    private final Map<AppHour, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AppHour, Tally> eldest) {
            return size() > APPS;
        }
    };

    private record AppHour(AppId app, Hour hour) {}

    private static final class Tally {
        final Map<ProblemType, Integer> byReason = new TreeMap<>();
        Instant written = Instant.MIN;
    }

    Refusals(Table table, Secrets secrets) {
        this.table = table;
        this.secrets = secrets;
    }

    synchronized void tally(AppId app, ProblemType reason, Instant at, Deadline deadline) {
        var hour = Hour.of(at);
        var tally = tallies.computeIfAbsent(new AppHour(app, hour), key -> new Tally());
        tally.byReason.merge(reason, 1, Integer::sum);
        if (tally.written.isBefore(at.minus(EVERY))) {
            tally.written = at;
            write(app, hour, tally, deadline);
        }
    }

    private void write(AppId app, Hour hour, Tally tally, Deadline deadline) {
        var item = Item.at(new RefusedKey(app, hour, sandbox())).expiring(hour.start().plus(KEPT));
        tally.byReason.forEach((reason, count) -> item.with(reason.slug(), count));
        try {
            table.put(item, deadline.within(ClientLimits.TABLE_INGEST));
        } catch (SdkException e) {
            tally.written = Instant.MIN;
        }
    }

    // Made at the first refusal, never before a checkpoint: two sandboxes must not share it.
    private String sandbox() {
        sandbox = sandbox == null ? secrets.base62(16) : sandbox;
        return sandbox;
    }
}

package tracenova.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.AuditKey;
import tracenova.table.Table;

/// Who did what, when, from where and with what outcome. Entries are added, for two years, and nothing changes one.
@Singleton
public class AuditLog {

    public static final Duration KEPT = Duration.ofDays(730);

    private final Table table;
    private final InstantSource clock;
    private final Secrets secrets;

    public AuditLog(Table table, InstantSource clock, Secrets secrets) {
        this.table = table;
        this.clock = clock;
        this.secrets = secrets;
    }

    /// One fact, in our own words and ids: nothing that a client wrote stands in it.
    ///
    /// @param workspace whose log it is in, or `-`
    /// @param account who, or `-`
    /// @param target what it was done to, or `-`
    /// @param from a hash of the address
    public record Entry(String workspace, String account, String action, String target, int status, String from) {}

    public void add(Entry entry) {
        var at = clock.instant();
        table.putIfAbsent(Item.at(new AuditKey(entry.workspace, at, secrets.base62(12)))
                .with("account", entry.account)
                .with("action", entry.action)
                .with("target", entry.target)
                .with("status", entry.status)
                .with("from", entry.from)
                .expiring(at.plus(KEPT)), limits -> {});
    }
}

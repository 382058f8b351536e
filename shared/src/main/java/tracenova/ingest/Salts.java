package tracenova.ingest;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.aws.ClientLimits;
import tracenova.id.Hashes;
import tracenova.id.Secrets;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.table.Item;
import tracenova.table.ItemKey.SaltKey;
import tracenova.table.Table;

/// The random salt of a UTC day, made by whoever needs it first and deleted after its day, so that nobody can
/// tell who was behind yesterday's hashes.
@Singleton
public class Salts {

    private static final int BYTES = 32;
    private static final Duration BACKSTOP = Duration.ofHours(26);

    private final Table table;
    private final Secrets secrets;
    private final Log log;
    private volatile DaySalt last = new DaySalt(LocalDate.MIN, "");

    private record DaySalt(LocalDate day, String salt) {}

    public Salts(@Named("salts") Table table, Secrets secrets, Log log) {
        this.table = table;
        this.secrets = secrets;
        this.log = log;
    }

    /// The salt of the day of `instant`; at most one read and one write per sandbox and day. Throws the SDK's
    /// exceptions: without a salt nothing is hashed.
    String of(Instant instant, Deadline deadline) {
        var day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        var known = last;
        if (!known.day.equals(day)) {
            known = new DaySalt(day, counted(day, deadline));
            last = known;
        }
        return known.salt;
    }

    /// What stands for an address on the day of `instant` and for nobody afterwards.
    public String hash(String address, Instant instant) {
        return Hashes.shortSha256(of(instant, Deadline.from(instant, () -> instant)), address);
    }

    private String counted(LocalDate day, Deadline deadline) {
        try {
            return read(day, deadline);
        } catch (SdkException e) {
            log.count(Metric.SALT_UNAVAILABLE);
            throw e;
        }
    }

    private String read(LocalDate day, Deadline deadline) {
        return table.getConsistent(new SaltKey(day), deadline.within(ClientLimits.TABLE_INGEST))
                .orElseGet(() -> make(day, deadline))
                .text("salt");
    }

    private Item make(LocalDate day, Deadline deadline) {
        var mine = Item.at(new SaltKey(day))
                .with("salt", HexFormat.of().formatHex(secrets.bytes(BYTES)))
                .expiring(day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(BACKSTOP));
        return table.putIfAbsent(mine, deadline.within(ClientLimits.TABLE_INGEST)).orElse(mine);
    }

    /// Forgets and deletes the salts of the days before the day of `now`; looks a week back.
    public void deleteBefore(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int days = 1; days <= 7; days++) {
            table.delete(new SaltKey(today.minusDays(days)));
        }
    }
}

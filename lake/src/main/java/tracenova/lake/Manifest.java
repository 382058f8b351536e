package tracenova.lake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tracenova.app.AppId;
import tracenova.table.Hour;

/// The lake of one app: only the files named here exist for readers. `now` is the largest received time in it.
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
public record Manifest(
        int format,
        long version,
        Instant now,
        Map<String, LakeFile> partitions,
        Map<String, LakeFile> marts,
        List<Dropped> dropped,
        List<SetAside> setAside) {

    private static final int FORMAT = 1;
    private static final Duration CLOSES_AFTER = Duration.ofMinutes(15);

    /// An object that no longer counts, and since when.
    @Serdeable
    public record Dropped(String object, Instant at) {

        /// How long a reader may still be at it.
        private static final Duration READERS = Duration.ofHours(1);

        /// Whether it may be deleted.
        public boolean isDue(Instant now) {
            return at.plus(READERS).isBefore(now);
        }
    }

    /// An inbox object that could not be read, by the name it has now.
    @Serdeable
    public record SetAside(String object, Instant at) {}

    public Manifest {
        if (format != FORMAT) {
            throw new IllegalStateException("a manifest of format " + format + " is not for this version");
        }
        partitions = partitions == null ? Map.of() : partitions;
        marts = marts == null ? Map.of() : marts;
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        setAside = setAside == null ? List.of() : List.copyOf(setAside);
    }

    /// What an app has before its first event.
    public static Manifest empty() {
        return new Manifest(FORMAT, 0, Instant.EPOCH, Map.of(), Map.of(), List.of(), List.of());
    }

    Manifest next(
            Instant now,
            SortedMap<PartitionKey, LakeFile> partitions,
            SortedMap<String, LakeFile> marts,
            List<Dropped> dropped,
            List<SetAside> setAside) {
        var named = new TreeMap<String, LakeFile>();
        partitions.forEach((key, file) -> named.put(key.toString(), file));
        return new Manifest(FORMAT, version + 1, now, named, marts, dropped, setAside);
    }

    public Optional<LakeFile> file(PartitionKey key) {
        return Optional.ofNullable(partitions.get(key.toString()));
    }

    public SortedMap<PartitionKey, LakeFile> files() {
        var files = new TreeMap<PartitionKey, LakeFile>();
        partitions.forEach((key, file) -> files.put(PartitionKey.parse(key), file));
        return files;
    }

    /// The marts that this version can read, by UTC day.
    public SortedMap<String, LakeFile> readableMarts() {
        var readable = new TreeMap<>(marts);
        readable.values().removeIf(mart -> !mart.isReadableMart());
        return readable;
    }

    /// The run that brought the last received event, or what came since in its hour.
    public Instant mergedAt() {
        return file(new PartitionKey(LakeClass.RECEIPTS, Hour.of(now))).map(LakeFile::tick).orElse(now);
    }

    /// The start of the first hour that the lake knows of; of a day whose partitions have expired, of the day.
    public Optional<Instant> begin() {
        var hours = partitions.keySet().stream().map(key -> PartitionKey.parse(key).hour().start());
        var days = marts.keySet().stream().min(Comparator.naturalOrder()).map(day -> Instant.parse(day + "T00:00:00Z"));
        var first = hours.min(Comparator.naturalOrder());
        return first.filter(hour -> days.isEmpty() || hour.isBefore(days.get().plus(Duration.ofDays(1))))
                .or(() -> days);
    }

    /// A UTC day is closed 15 minutes after its end; from then on it is read from its mart.
    static boolean isClosed(String day, Instant now) {
        var end = LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return !now.isBefore(end.plus(CLOSES_AFTER));
    }

    /// Every object that must not be deleted.
    public List<String> objects(AppId app) {
        var objects = new ArrayList<String>();
        files().forEach((key, file) -> objects.add(ObjectNames.partition(app, key, file)));
        marts.forEach((day, file) -> objects.add(ObjectNames.mart(app, day, file)));
        dropped.forEach(gone -> objects.add(gone.object()));
        return objects;
    }
}

package tracenova.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tracenova.app.AppId;
import tracenova.lake.Manifest.Dropped;
import tracenova.lake.Manifest.SetAside;
import tracenova.table.Hour;

/// The next manifest in the making. What it replaces is listed as dropped; what has the same content stays.
final class Draft {

    private static final Duration MARTS_STAY = Duration.ofDays(730);

    private final AppId app;
    private final Manifest base;
    private final SortedMap<PartitionKey, LakeFile> partitions;
    private final SortedMap<String, LakeFile> marts;
    private final SortedSet<PartitionKey> changed = new TreeSet<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<String> setAside = new ArrayList<>();
    private Instant now;

    Draft(AppId app, Manifest base) {
        this.app = app;
        this.base = base;
        this.partitions = base.files();
        this.marts = new TreeMap<>(base.marts());
        this.now = base.now();
    }

    AppId app() {
        return app;
    }

    Optional<LakeFile> file(PartitionKey key) {
        return Optional.ofNullable(partitions.get(key));
    }

    Optional<LakeFile> mart(String day) {
        return Optional.ofNullable(marts.get(day)).filter(LakeFile::isReadableMart);
    }

    /// The partitions that are not what they were.
    SortedSet<PartitionKey> changed() {
        return changed;
    }

    /// The partitions of a UTC day.
    SortedMap<PartitionKey, LakeFile> partitionsOf(String day) {
        var found = new TreeMap<>(partitions);
        found.keySet().removeIf(key -> !key.hour().day().equals(day));
        return found;
    }

    /// The closed UTC days whose mart is missing or no longer says what their partitions say.
    SortedSet<String> unfolded() {
        var days = new TreeSet<String>();
        partitions.keySet().forEach(key -> days.add(key.hour().day()));
        days.removeIf(day -> mart(day).isPresent());
        changed.forEach(key -> days.add(key.hour().day()));
        days.removeIf(day -> !Manifest.isClosed(day, now));
        return days;
    }

    void advanceTo(Instant newest) {
        now = newest.isAfter(now) ? newest : now;
    }

    /// False where the file has the content that is there already.
    boolean put(PartitionKey key, LakeFile file) {
        var present = partitions.get(key);
        if (present != null && present.hasSameContentAs(file)) return false;
        if (present != null) dropped.add(ObjectNames.partition(app, key, present));
        partitions.put(key, file);
        return changed.add(key);
    }

    boolean putMart(String day, LakeFile file) {
        var present = marts.get(day);
        if (present != null && present.isReadableMart() && present.hasSameContentAs(file)) return false;
        if (present != null) dropped.add(ObjectNames.mart(app, day, present));
        marts.put(day, file);
        return true;
    }

    void setAside(String object) {
        setAside.add(object);
    }

    /// Drops what is older than its class is kept.
    void expire() {
        for (var key : List.copyOf(partitions.keySet())) {
            if (key.hour().end().isBefore(now.minus(Duration.ofDays(key.in().days())))) {
                dropped.add(ObjectNames.partition(app, key, partitions.remove(key)));
            }
        }
        var oldest = Hour.of(now.minus(MARTS_STAY)).day();
        for (var day : List.copyOf(marts.headMap(oldest).keySet())) {
            dropped.add(ObjectNames.mart(app, day, marts.remove(day)));
        }
    }

    /// Takes out whatever is not among these objects; how many that were.
    int forgetAllBut(Set<String> objects) {
        int before = partitions.size() + marts.size();
        partitions.entrySet().removeIf(
                entry -> !objects.contains(ObjectNames.partition(app, entry.getKey(), entry.getValue())));
        marts.entrySet().removeIf(entry -> !objects.contains(ObjectNames.mart(app, entry.getKey(), entry.getValue())));
        return before - partitions.size() - marts.size();
    }

    boolean isEmpty() {
        return changed.isEmpty() && setAside.isEmpty();
    }

    /// The manifest as it stands when it is put at this time.
    Manifest finish(Instant at) {
        var kept = new ArrayList<>(base.dropped());
        kept.removeIf(gone -> gone.isDue(at));
        dropped.forEach(object -> kept.add(new Dropped(object, at)));
        var aside = new ArrayList<>(base.setAside());
        setAside.forEach(object -> aside.add(new SetAside(object, at)));
        return base.next(now, partitions, marts, kept, aside);
    }
}

package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which object holds the current snapshot of each insight of an app, and what it was computed from.
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Pointer(
        long manifest,
        Instant now,
        long settings,
        String reconciled,
        Map<String, Current> insights,
        List<Superseded> superseded,
        Instant made) {

    /// What all insights of one run are computed from: versions, the manifest's now, a digest of [ReconciledHours].
    record Source(long manifest, Instant now, long settings, String reconciled) {

        /// Whether computing from the other would go back.
        boolean isAheadOf(Source other) {
            return manifest > other.manifest || settings > other.settings;
        }
    }

    /// @param manifest the version it was computed from
    /// @param stale whether computing it from a later one failed
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Current(String object, long manifest, boolean stale) {}

    /// An object that no insight is read from any more.
    @Serdeable
    record Superseded(String object, Instant at) {

        private static final Duration READERS = Duration.ofHours(1);

        /// Whether it may be deleted.
        boolean isDue(Instant now) {
            return at.plus(READERS).isBefore(now);
        }
    }

    static Pointer none() {
        return new Pointer(0, Instant.EPOCH, 0, "", Map.of(), List.of(), Instant.EPOCH);
    }

    Source source() {
        return new Source(manifest, now, settings, reconciled);
    }

    /// The pointer after a run: insights that it answered are read from these objects, the others stay where they are.
    Pointer next(Source source, Map<Insight, String> answered, Instant made) {
        var next = new TreeMap<String, Current>();
        insights.forEach((name, current) -> next.put(name, new Current(current.object, current.manifest, true)));
        answered.forEach(
                (insight, object) -> next.put(insight.toString(), new Current(object, source.manifest, false)));
        var gone = new ArrayList<>(superseded);
        objects().forEach(old -> gone.add(new Superseded(old, made)));
        gone.removeIf(old -> old.isDue(made) || objectsOf(next).contains(old.object));
        return new Pointer(source.manifest, source.now, source.settings, source.reconciled, next, gone, made);
    }

    /// The objects that insights are read from.
    Set<String> objects() {
        return objectsOf(insights);
    }

    private static Set<String> objectsOf(Map<String, Current> insights) {
        return insights.values().stream().map(Current::object).collect(Collectors.toSet());
    }

    /// What may be deleted once `next` stands in this one's place.
    List<String> deletableAfter(Pointer next) {
        return superseded.stream()
                .filter(old -> old.isDue(next.made)).map(Superseded::object)
                .filter(old -> !next.objects().contains(old))
                .toList();
    }
}

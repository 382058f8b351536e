package tracenova.insights;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tracenova.app.AppId;
import tracenova.id.Hashes;
import tracenova.insights.Pointer.Source;
import tracenova.insights.Pointer.Superseded;
import tracenova.lake.Bucket;
import tracenova.lake.Listed;
import tracenova.lake.ObjectNames;
import tracenova.lake.Written;
import tracenova.table.Hour;

/// Publishes the answers of a run: the new objects first, then the pointer, and only where nobody else moved it.
@Singleton
class Publisher {

    private static final Duration NEVER_NAMED = Duration.ofHours(1);

    private final Bucket bucket;
    private final JsonMapper json;
    private final InstantSource clock;

    Publisher(Bucket bucket, JsonMapper json, InstantSource clock) {
        this.bucket = bucket;
        this.json = json;
        this.clock = clock;
    }

    /// A pointer and the ETag it was read with; none where the app has none yet.
    record Versioned(Pointer pointer, Optional<String> etag) {}

    Versioned read(AppId app) {
        return bucket.get(ObjectNames.pointer(app))
                .map(stored -> new Versioned(parsed(stored.bytes()), Optional.of(stored.etag())))
                .orElseGet(() -> new Versioned(Pointer.none(), Optional.empty()));
    }

    /// False where another run was first.
    boolean publish(AppId app, Versioned base, Source source, Map<Insight, Record> answers) {
        var objects = new EnumMap<Insight, String>(Insight.class);
        answers.keySet().stream().collect(partitioningBy(Insight::standsAlone)).values().forEach(insights -> {
            var object = put(app, base, source, answersOf(insights, answers));
            insights.forEach(insight -> objects.put(insight, object));
        });
        var now = clock.instant();
        var next = base.pointer().next(source, objects, now);
        if (!put(app, base, next)) return false;
        bucket.delete(base.pointer().deletableAfter(next));
        if (!Hour.of(base.pointer().now()).equals(Hour.of(source.now()))) deleteNeverNamed(app, next, now);
        return true;
    }

    private static Map<Insight, Record> answersOf(List<Insight> insights, Map<Insight, Record> answers) {
        return insights.stream().collect(toMap(insight -> insight, answers::get));
    }

    /// Puts what is not there yet; answers its name.
    private String put(AppId app, Versioned base, Source source, Map<Insight, Record> answers) {
        var text = new String(written(Snapshot.of(app, answers)), StandardCharsets.UTF_8);
        var object = ObjectNames.snapshot(app, source.manifest(), Hashes.shortSha256(text));
        if (!answers.isEmpty() && !base.pointer().objects().contains(object)) {
            bucket.put(object, text.getBytes(StandardCharsets.UTF_8));
        }
        return object;
    }

    private boolean put(AppId app, Versioned base, Pointer next) {
        var name = ObjectNames.pointer(app);
        var bytes = written(next);
        var result = base.etag()
                .map(etag -> bucket.putIfMatch(name, bytes, etag))
                .orElseGet(() -> bucket.putIfAbsent(name, bytes));
        return result instanceof Written.Ours;
    }

    /// What a run left that never came to its pointer.
    private void deleteNeverNamed(AppId app, Pointer pointer, Instant now) {
        var kept = pointer.superseded().stream().map(Superseded::object).collect(Collectors.toSet());
        kept.addAll(pointer.objects());
        bucket.delete(bucket.list(ObjectNames.snapshots(app)).stream()
                .filter(listed -> listed.modified().plus(NEVER_NAMED).isBefore(now))
                .map(Listed::name)
                .filter(name -> !kept.contains(name))
                .toList());
    }

    private Pointer parsed(byte[] bytes) {
        try {
            return json.readValue(bytes, Pointer.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not a pointer", e);
        }
    }

    private byte[] written(Record document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a " + document.getClass().getSimpleName(), e);
        }
    }
}

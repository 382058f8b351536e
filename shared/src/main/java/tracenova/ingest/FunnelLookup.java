package tracenova.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.app.Funnel;
import tracenova.event.Code;
import tracenova.event.EventView;
import tracenova.event.Json;
import tracenova.event.Violation;

/// Whether a funnel step names a funnel of its app and one of its steps. Funnels are remembered for 30 seconds.
@Singleton
class FunnelLookup {

    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final int DETAIL = 160;

    private final Apps apps;
    private final InstantSource clock;
    private final Map<AppId, Remembered> cache = new ConcurrentHashMap<>();

    private record Remembered(List<Funnel> funnels, Instant until) {}

    FunnelLookup(Apps apps, InstantSource clock) {
        this.apps = apps;
        this.clock = clock;
    }

    Optional<Violation> check(AppId app, EventView step) {
        var id = step.field("funnel_id").map(FunnelLookup::text);
        var slug = step.field("funnel_slug").map(FunnelLookup::text);
        var named = funnels(app).stream()
                .filter(funnel -> slug.map(funnel.slug()::equals).orElse(true))
                .filter(funnel -> id.map(text -> isIdOf(funnel, text)).orElse(true))
                .findFirst();
        if (named.isEmpty()) {
            return unknown(slug.isPresent() ? "/funnel_slug" : "/funnel_id", "no such funnel");
        }
        return named.get().keys().contains(step.field("step_key").map(FunnelLookup::text).orElse(""))
                ? Optional.empty()
                : unknown("/step_key", "one of: " + Shown.atMost(DETAIL, String.join(", ", named.get().keys())));
    }

    private static String text(Json value) {
        return value.is(Json.Kind.STRING) ? value.string() : value.text();
    }

    /// The slug is the id; the number that each funnel has is another word for it.
    private static boolean isIdOf(Funnel funnel, String id) {
        return id.equals(funnel.slug()) || id.equals(String.valueOf(funnel.number()));
    }

    private static Optional<Violation> unknown(String pointer, String detail) {
        return Optional.of(new Violation(Code.UNKNOWN_REFERENCE, pointer, detail));
    }

    private List<Funnel> funnels(AppId app) {
        var now = clock.instant();
        return cache.compute(app, (id, known) -> known != null && now.isBefore(known.until)
                ? known
                : new Remembered(apps.funnels(app), now.plus(KNOWN))).funnels;
    }
}

package tracenova.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.InstantSource;
import tracenova.app.App;
import tracenova.ingest.ProblemType;

/// Where the current snapshot of an insight is, for a few minutes.
@Controller("/api/v1/apps/{app_id}/insights/{insight}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class InsightsController {

    private final SnapshotStore snapshots;
    private final InstantSource clock;

    InsightsController(SnapshotStore snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SnapshotView(String insight, String url, String expiresAt, long manifest, boolean stale,
            @Nullable String dataThrough) {}

    @Get
    @Audited("insight.read")
    HttpResponse<SnapshotView> read(App app, @PathVariable("insight") String name, HttpRequest<?> request) {
        var pointer = snapshots.pointer(app.id())
                .orElseThrow(() -> new Refused(ProblemType.NO_SNAPSHOT, "nothing has been computed yet"));
        var current = pointer.insight(name)
                .orElseThrow(() -> new Refused(ProblemType.NO_SNAPSHOT, "no snapshot of this insight"));
        if (current.etag().equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
            return HttpResponse.<SnapshotView>notModified().header(HttpHeaders.ETAG, current.etag());
        }
        var expires = clock.instant().plus(SnapshotStore.READABLE);
        return HttpResponse
                .ok(new SnapshotView(name, snapshots.url(current.object()), expires.toString(), current.manifest(),
                        current.stale(), pointer.now().toString()))
                .header(HttpHeaders.ETAG, current.etag());
    }
}

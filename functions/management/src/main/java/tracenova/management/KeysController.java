package tracenova.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Optional;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.IssuedKey;
import tracenova.ingest.ProblemType;

/// The API keys of an app: each is shown once, when it is made.
@Controller("/api/v1/apps/{app_id}/keys")
class KeysController {

    private static final int MOST = 1_000;

    private final Apps apps;

    KeysController(Apps apps) {
        this.apps = apps;
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(String id, String prefix, String name, String createdAt, @Nullable String revokedAt,
            @Nullable String apiKey) {

        static KeyView of(IssuedKey key, Optional<String> text) {
            return new KeyView(key.id(), key.prefix(), key.name(), key.created().toString(),
                    key.revoked().map(Instant::toString).orElse(null), text.orElse(null));
        }
    }

    @Get
    @Secured({"owner", "admin"})
    Items<KeyView> list(App app) {
        return Items.of(apps.keys(app.id()).stream().map(key -> KeyView.of(key, Optional.empty())).toList());
    }

    @Post
    @Secured({"owner", "admin"})
    @Audited("key.create")
    HttpResponse<KeyView> create(App app, JsonBody body) {
        var name = body.read(fields -> fields.required("name", Form.text(100)));
        if (apps.keys(app.id()).size() >= MOST) {
            throw new Refused(ProblemType.CONFLICT, "an app has at most " + MOST + " keys, revoked ones included");
        }
        var issued = apps.issueKey(app, name).orElseThrow(() -> new Refused(ProblemType.CONFLICT,
                "an app has at most " + Apps.LIVE_KEYS + " live keys: revoke one first"));
        return HttpResponse.created(KeyView.of(find(app, issued.id()), Optional.of(issued.text())));
    }

    @Delete("/{key}")
    @Secured({"owner", "admin"})
    @Audited("key.revoke")
    HttpResponse<?> revoke(App app, @PathVariable("key") String id) {
        apps.revokeKey(app, find(app, id).id());
        return HttpResponse.noContent();
    }

    private IssuedKey find(App app, String id) {
        return apps.keys(app.id()).stream().filter(key -> key.id().equals(id)).findFirst()
                .orElseThrow(Refused::notFound);
    }
}

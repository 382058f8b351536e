package tracenova.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.Switches;
import tracenova.ingest.ProblemType;

/// The apps of the caller's workspace.
@Controller("/api/v1")
class AppsController {

    private static final int MOST = 1_000;
    private static final Form<String> NAME = Form.text(100);
    private static final Form<String> PLATFORM = Form.oneOf(
            List.of("Web", "React Native", "WordPress", "PHP", "iOS", "Android", "Flutter", "Server"));

    private final Apps apps;

    AppsController(Apps apps) {
        this.apps = apps;
    }

    private record NewApp(String name, String platform, ZoneId timeZone, String currency) {
        static NewApp of(Fields fields) {
            return new NewApp(
                    fields.required("name", NAME),
                    fields.required("platform", PLATFORM),
                    fields.optional("time_zone", Form.timeZone()).orElse(ZoneId.of("UTC")),
                    fields.optional("currency", Form.currency()).orElse("USD"));
        }
    }

    private record Change(Optional<String> name, Optional<String> platform, Optional<ZoneId> timeZone,
            Optional<String> currency, Optional<Boolean> tracking, Map<String, Boolean> areas) {

        static Change of(Fields fields) {
            return new Change(
                    fields.optional("name", NAME),
                    fields.optional("platform", PLATFORM),
                    fields.optional("time_zone", Form.timeZone()),
                    fields.optional("currency", Form.currency()),
                    fields.optional("tracking_enabled", Form.flag()),
                    fields.optional("areas", Form.object(Change::areas)).orElse(Map.of()));
        }

        private static Map<String, Boolean> areas(Fields fields) {
            var areas = new HashMap<String, Boolean>();
            for (var area : List.of("analytics", "apm", "crash")) {
                fields.optional(area, Form.flag()).ifPresent(on -> areas.put(area, on));
            }
            return areas;
        }

        App apply(App app) {
            return app.changed(name.orElse(app.name()), platform.orElse(app.platform()),
                    timeZone.orElse(app.timeZone()), currency.orElse(app.currency()), apply(app.switches()));
        }

        private Switches apply(Switches switches) {
            Set<String> off = new HashSet<>(switches.areasOff());
            areas.forEach((area, on) -> {
                if (on) {
                    off.remove(area);
                } else {
                    off.add(area);
                }
            });
            return new Switches(tracking.orElse(switches.tracking()), off);
        }
    }

    @Get(uris = {"/apps", "/projects"})
    @Secured(SecurityRule.IS_AUTHENTICATED)
    Items<AppView> list(Caller caller) {
        return Items.of(apps.list(caller.account().workspace()).stream().map(AppView::of).toList());
    }

    @Post(uris = {"/apps", "/projects"})
    @Secured({"owner", "admin"})
    @Audited("app.create")
    HttpResponse<AppView> create(Caller caller, JsonBody body, HttpRequest<?> request) {
        var wanted = body.read(NewApp::of);
        var workspace = caller.account().workspace();
        if (apps.list(workspace).size() >= MOST) {
            throw new Refused(ProblemType.CONFLICT, "a workspace has at most " + MOST + " apps");
        }
        var app = apps.create(workspace, wanted.name, wanted.platform, wanted.timeZone, wanted.currency);
        Trail.about(request, app);
        return Precondition.tagged(
                HttpResponse.created(AppView.of(app).with(apps.issueKey(app).text())), version(app));
    }

    @Get("/apps/{app_id}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<AppView> read(App app) {
        return answer(app);
    }

    @Patch("/apps/{app_id}")
    @Secured({"owner", "admin"})
    @Audited("app.change")
    HttpResponse<AppView> change(App app, JsonBody body, HttpRequest<?> request) {
        var change = body.read(Change::of);
        Precondition.check(request, version(app));
        var changed = change.apply(app);
        if (!apps.replace(app, changed)) {
            throw Precondition.changed();
        }
        return answer(changed);
    }

    @Delete("/apps/{app_id}")
    @Secured({"owner", "admin"})
    @Audited("app.delete")
    HttpResponse<?> delete(App app) {
        apps.delete(app);
        return HttpResponse.noContent();
    }

    private static HttpResponse<AppView> answer(App app) {
        return Precondition.tagged(HttpResponse.ok(AppView.of(app)), version(app));
    }

    private static String version(App app) {
        return String.valueOf(app.settings());
    }
}

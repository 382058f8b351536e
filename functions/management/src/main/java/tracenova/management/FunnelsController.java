package tracenova.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.Funnel;
import tracenova.app.Funnel.Step;
import tracenova.event.Code;
import tracenova.ingest.ProblemType;

/// The funnels of an app. What is sent to `/funnel-steps` is checked against them within 30 seconds.
@Controller("/api/v1/apps/{app_id}/funnels")
class FunnelsController {

    private static final int MOST = 1_000;
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 20;
    private static final Form<String> NAME = Form.text(100);

    private final Apps apps;

    FunnelsController(Apps apps) {
        this.apps = apps;
    }

    @Serdeable
    record FunnelView(String slug, long number, String name, List<StepView> steps) {

        static FunnelView of(Funnel funnel) {
            return new FunnelView(funnel.slug(), funnel.number(), funnel.name(),
                    funnel.steps().stream().map(step -> new StepView(step.key(), step.name())).toList());
        }
    }

    @Serdeable
    record StepView(String key, String name) {}

    private record Wanted(String name, String slug, List<Step> steps) {

        private static final Form<List<Step>> STEPS = Form.list(FEWEST_STEPS, MOST_STEPS, Form.object(Wanted::step))
                .checked(Wanted::areDistinct, Code.CONFLICT, "each step has a key of its own");

        static Wanted of(Fields fields) {
            var name = fields.required("name", NAME);
            var slug = fields.optional("slug", Form.slug())
                    .orElseGet(() -> name == null ? "" : Form.slugOf(name));
            return new Wanted(name, slug.isEmpty() ? fields.required("slug", Form.slug()) : slug,
                    fields.required("steps", STEPS));
        }

        private static Step step(Fields fields) {
            var key = fields.required("key", NAME);
            return new Step(key, fields.optional("name", NAME).orElse(key));
        }

        private static boolean areDistinct(List<Step> steps) {
            return steps.stream().map(Step::key).distinct().count() == steps.size();
        }
    }

    @Get
    @Secured(SecurityRule.IS_AUTHENTICATED)
    Items<FunnelView> list(App app) {
        return Items.of(apps.funnels(app.id()).stream().map(FunnelView::of).toList());
    }

    @Post
    @Secured({"owner", "admin"})
    @Audited("funnel.create")
    HttpResponse<FunnelView> create(App app, JsonBody body) {
        var wanted = body.read(Wanted::of);
        if (apps.funnels(app.id()).size() >= MOST) {
            throw new Refused(ProblemType.CONFLICT, "an app has at most " + MOST + " funnels");
        }
        return apps.createFunnel(app, wanted.slug, wanted.name, wanted.steps)
                .map(funnel -> Precondition.tagged(HttpResponse.created(FunnelView.of(funnel)), funnel.revision()))
                .orElseThrow(() -> new Refused(ProblemType.CONFLICT, "another funnel has this slug"));
    }

    @Get("/{slug}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<FunnelView> read(App app, @PathVariable String slug) {
        return answer(find(app, slug));
    }

    @Put("/{slug}")
    @Secured({"owner", "admin"})
    @Audited("funnel.change")
    HttpResponse<FunnelView> change(App app, @PathVariable String slug, JsonBody body, HttpRequest<?> request) {
        var funnel = find(app, slug);
        var wanted = body.read(fields -> new Wanted(
                fields.required("name", NAME),
                fields.optional("slug", Form.oneOf(List.of(slug))).orElse(slug),
                fields.required("steps", Wanted.STEPS)));
        Precondition.check(request, funnel.revision());
        return apps.replaceFunnel(app, funnel, wanted.name, wanted.steps).map(FunnelsController::answer)
                .orElseThrow(Precondition::changed);
    }

    @Delete("/{slug}")
    @Secured({"owner", "admin"})
    @Audited("funnel.delete")
    HttpResponse<?> delete(App app, @PathVariable String slug) {
        find(app, slug);
        apps.deleteFunnel(app, slug);
        return HttpResponse.noContent();
    }

    private static HttpResponse<FunnelView> answer(Funnel funnel) {
        return Precondition.tagged(HttpResponse.ok(FunnelView.of(funnel)), funnel.revision());
    }

    private Funnel find(App app, String slug) {
        return apps.funnels(app.id()).stream().filter(funnel -> funnel.slug().equals(slug)).findFirst()
                .orElseThrow(Refused::notFound);
    }
}

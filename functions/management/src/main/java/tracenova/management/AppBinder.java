package tracenova.management;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;

/// The app that a path names, if it is one of the caller's workspace: a controller gets no other.
@Singleton
class AppBinder implements TypedRequestArgumentBinder<App> {

    private final Apps apps;

    AppBinder(Apps apps) {
        this.apps = apps;
    }

    @Override
    public Argument<App> argumentType() {
        return Argument.of(App.class);
    }

    @Override
    public BindingResult<App> bind(ArgumentConversionContext<App> context, HttpRequest<?> request) {
        var app = request.getUserPrincipal(Caller.class).flatMap(caller -> named(request)
                .flatMap(id -> apps.find(caller.account().workspace(), id)));
        Trail.about(request, app.orElseThrow(Refused::notFound));
        return () -> app;
    }

    private static Optional<AppId> named(HttpRequest<?> request) {
        var name = RouteAttributes.getRouteMatch(request).map(route -> route.getVariableValues().get("app_id"));
        return name.map(String.class::cast).filter(AppId::isOne).map(AppId::new);
    }
}

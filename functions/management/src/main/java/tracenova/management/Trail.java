package tracenova.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import tracenova.account.Account;
import tracenova.account.AuditLog;
import tracenova.account.AuditLog.Entry;
import tracenova.app.App;

/// Notes what was done by whom, once it is known what came of it: one entry per request to an [Audited] route.
@Singleton
class Trail {

    private static final String ACCOUNT = "tracenova.account";
    private static final String TARGET = "tracenova.target";
    private static final String NOBODY = "-";

    private final AuditLog log;
    private final Gateway gateway;

    Trail(AuditLog log, Gateway gateway) {
        this.log = log;
        this.gateway = gateway;
    }

    /// Says whose account a request is about that nobody is signed in for; empty if nobody's.
    static void about(HttpRequest<?> request, Optional<Account> account) {
        request.setAttribute(ACCOUNT, account);
    }

    static void about(HttpRequest<?> request, App app) {
        request.setAttribute(TARGET, app.id().value());
    }

    void note(HttpRequest<?> request, int status) {
        RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().stringValue(Audited.class))
                .ifPresent(action -> who(request).ifPresent(who -> log.add(new Entry(
                        who.map(Account::workspace).orElse(NOBODY), who.map(Account::id).orElse(NOBODY), action,
                        request.getAttribute(TARGET, String.class).orElse(NOBODY), status,
                        gateway.source(request)))));
    }

    /// Empty where a request got no further than its credential.
    private static Optional<Optional<Account>> who(HttpRequest<?> request) {
        var caller = request.getUserPrincipal(Caller.class).map(Caller::account).map(Optional::of);
        return caller.isPresent() ? caller : request.getAttribute(ACCOUNT).map(Trail::account);
    }

    private static Optional<Account> account(Object noted) {
        return ((Optional<?>) noted).map(Account.class::cast);
    }
}

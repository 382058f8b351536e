package tracenova.management;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.util.Optional;
import tracenova.account.Account;
import tracenova.account.Accounts;
import tracenova.account.EmailAddress;
import tracenova.account.Registered;
import tracenova.account.SignIns;
import tracenova.account.SignIns.SignIn;
import tracenova.account.SignedIn;
import tracenova.ingest.Problem;
import tracenova.ingest.ProblemType;

/// Registering, signing in, staying signed in, signing out.
@Controller("/api")
class AuthController {

    private final Accounts accounts;
    private final SignIns signIns;
    private final AccessTokens tokens;
    private final RefreshTokens refreshTokens;
    private final Gateway gateway;

    AuthController(Accounts accounts, SignIns signIns, AccessTokens tokens, RefreshTokens refreshTokens,
            Gateway gateway) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.gateway = gateway;
    }

    private record Registration(EmailAddress email, String password, String workspace) {
        static Registration of(Fields fields) {
            var email = fields.required("email", Form.email());
            return new Registration(email, fields.required("password", Form.password()),
                    fields.optional("workspace", Form.text(100)).orElse("My workspace"));
        }
    }

    private record Credentials(String name, String password) {
        static Credentials of(Fields fields) {
            var email = fields.optional("email", Form.string());
            var username = fields.optional("username", Form.string());
            var name = email.or(() -> username).orElseGet(() -> fields.required("email", Form.string()));
            return new Credentials(name, fields.required("password", Form.string()));
        }
    }

    @Post("/v1/auth/register")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Audited("account.register")
    HttpResponse<Tokens> register(JsonBody body, HttpRequest<?> request) {
        var wanted = body.read(Registration::of);
        accounts.waitOf(gateway.source(request)).ifPresent(time -> {
            throw wait(time);
        });
        return switch (accounts.register(wanted.email, wanted.password, wanted.workspace)) {
            case Registered.Done(var account) -> {
                Trail.about(request, Optional.of(account));
                yield signedIn(HttpStatus.CREATED, signIns.open(account), request);
            }
            case Registered.Taken() ->
                    throw new Refused(ProblemType.CONFLICT, "this address has an account already");
            case Registered.Closed() ->
                    throw new Refused(ProblemType.FORBIDDEN, "registration is closed; ask an owner to invite you");
        };
    }

    @Post(uris = {"/v1/auth/login", "/auth/login"})
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Audited("account.login")
    HttpResponse<Tokens> login(JsonBody body, HttpRequest<?> request) {
        var sent = body.read(Credentials::of);
        return switch (accounts.signIn(sent.name, sent.password, gateway.source(request))) {
            case SignedIn.Granted(var account) -> {
                Trail.about(request, Optional.of(account));
                yield signedIn(HttpStatus.OK, signIns.open(account), request);
            }
            case SignedIn.Denied(var account) -> {
                Trail.about(request, account);
                throw new Refused(Problems.UNAUTHENTICATED);
            }
            case SignedIn.Wait(var time) -> throw wait(time);
        };
    }

    @Post("/v1/auth/refresh")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<Tokens> refresh(JsonBody body, HttpRequest<?> request) {
        var sent = body.readIfAny(fields -> fields.optional("refresh_token", Form.string()));
        return sent.or(() -> RefreshCookie.read(request)).flatMap(refreshTokens::verify).flatMap(signIns::refresh)
                .map(signIn -> signedIn(HttpStatus.OK, signIn, request))
                .orElseThrow(() -> new Refused(Problems.UNAUTHENTICATED));
    }

    @Post("/v1/auth/logout")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Audited("account.logout")
    HttpResponse<?> logout(Caller caller, JsonBody body) {
        var everywhere = body.readIfAny(fields -> fields.optional("everywhere", Form.flag())).orElse(false);
        signIns.end(caller.account().id(), caller.signIn());
        if (everywhere) {
            accounts.endSessions(caller.account().id());
        }
        return HttpResponse.noContent().header(HttpHeaders.SET_COOKIE, RefreshCookie.cleared());
    }

    private HttpResponse<Tokens> signedIn(HttpStatus status, SignIn signIn, HttpRequest<?> request) {
        var inCookie = RefreshCookie.isWanted(request);
        var refreshToken = refreshTokens.sign(signIn.refreshToken());
        MutableHttpResponse<Tokens> response = HttpResponse.<Tokens>status(status).body(new Tokens(
                tokens.issue(signIn), "Bearer", AccessTokens.LIFETIME.toSeconds(),
                inCookie ? null : refreshToken, user(signIn.account())));
        return inCookie
                ? response.header(HttpHeaders.SET_COOKIE, RefreshCookie.of(refreshToken))
                : response;
    }

    private UserView user(Account account) {
        return UserView.of(account, accounts.workspace(account.workspace()));
    }

    private static Refused wait(Duration time) {
        return new Refused(Problem.of(ProblemType.RATE_LIMITED, "too many failed attempts; wait")
                .with("Retry-After", String.valueOf(Math.max(1, time.plusMillis(999).toSeconds()))));
    }
}

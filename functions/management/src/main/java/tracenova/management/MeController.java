package tracenova.management;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import tracenova.account.Accounts;

/// Who is signed in.
@Controller("/api/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MeController {

    private final Accounts accounts;

    MeController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Get
    UserView me(Caller caller) {
        return UserView.of(caller.account(), accounts.workspace(caller.account().workspace()));
    }
}

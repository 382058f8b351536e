package tracenova.management;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tracenova.account.Account;

/// Who is signed in, and by which sign-in.
record Caller(Account account, String signIn) implements Authentication {

    @Override
    public String getName() {
        return account.id();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<String> getRoles() {
        return List.of(account.role().toString());
    }

    /// Lets a controller's method ask for the caller.
    @Singleton
    static final class Binder implements TypedRequestArgumentBinder<Caller> {

        @Override
        public Argument<Caller> argumentType() {
            return Argument.of(Caller.class);
        }

        @Override
        public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
            var caller = request.getUserPrincipal(Caller.class);
            return () -> caller;
        }
    }
}

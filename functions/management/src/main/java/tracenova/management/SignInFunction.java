package tracenova.management;

import io.micronaut.context.ApplicationContext;
import tracenova.start.Application;

/// Registering and signing in, with room of their own: to hash a password takes memory and time, and whoever makes us
/// do much of it takes that room from nothing else.
public class SignInFunction extends ManagementFunction {

    public SignInFunction() {
        this(Application.start());
    }

    public SignInFunction(ApplicationContext context) {
        super(context);
    }
}

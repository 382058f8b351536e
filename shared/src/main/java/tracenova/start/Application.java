package tracenova.start;

import io.micronaut.context.ApplicationContext;

/// Starts the beans of a function as Lambda needs them: no looking around for a cloud, nothing but the environment.
public final class Application {

    private Application() {}

    public static ApplicationContext start() {
        return ApplicationContext.builder("lambda")
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }
}

package tracenova.id;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// The operating system's randomness, where a test has put no other.
@Factory
class IdFactory {

    @Singleton
    @Requires(missingBeans = Secrets.class)
    Secrets secrets() {
        return Secrets.system();
    }
}

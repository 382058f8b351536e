package tracenova.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows the functions of one module only their own beans, as in their jar: what the other modules declare is hidden.
/// The classes are the ones of the runner, loaded once.
final class ModuleLoader extends ClassLoader {

    private final Set<String> hidden;

    ModuleLoader(Set<URL> hidden) {
        super("module", ModuleLoader.class.getClassLoader());
        this.hidden = hidden.stream().map(URL::toString).collect(Collectors.toSet());
    }

    /// Where the code of a class is.
    static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /// A context as production has it, but that this is all of its environment.
    ApplicationContext start(String name, Map<String, Object> environment) {
        return ApplicationContext.builder("lambda")
                .classLoader(this)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .propertySources(PropertySource.of(
                        name, environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("template.yaml")))
                .start();
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                .filter(url -> hidden.stream().noneMatch(url.toString()::contains))
                .toList());
    }
}

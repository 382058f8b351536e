package tracenova.management;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

/// Whether this API answers.
@Controller("/api/v1/health")
@Secured(SecurityRule.IS_ANONYMOUS)
class HealthController {

    @Get
    Map<String, String> health() {
        return Map.of("status", "ok");
    }
}
